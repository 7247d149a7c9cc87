import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

// The sign-in window ends here; MSAL tells the tab through a BroadcastChannel and closes the window.
broadcastResponseToMainFrame().catch(() => {
  const note = document.getElementById("note");
  if (note) note.textContent = "Du kan lukke vinduet og prøve igen. / You may close this window and try again.";
});
