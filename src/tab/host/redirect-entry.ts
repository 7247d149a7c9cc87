import { broadcastResponseToMainFrame } from "@azure/msal-browser/redirect-bridge";

const approved =
  "Fremdrift er nu godkendt for hele organisationen. Du kan lukke siden. / Fremdrift has been approved for the whole organisation. You may close this page.";
const ended = "Du kan lukke vinduet og prøve igen. / You may close this window and try again.";

function say(text: string): void {
  const note = document.getElementById("note");
  if (note) note.textContent = text;
}

// An administrator comes back here from the link for the IT department; no tab waits for an answer then.
const answer = new URLSearchParams(window.location.search);
if (answer.get("admin_consent")?.toLowerCase() === "true") say(approved);
else {
  // The sign-in window ends here; MSAL tells the tab through a BroadcastChannel and closes the window.
  broadcastResponseToMainFrame().catch(() => {
    say(ended);
  });
}
