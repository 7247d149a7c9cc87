const danish = {
  conversations: "Samtaler",
  back: "Tilbage til samtaler",
  messages: (name: string) => `Beskeder med ${name}`,
  writeMessage: "Skriv en besked",
  send: "Send",
  sendHint: "Enter sender, Skift+Enter giver ny linje",
  sending: "Sender…",
  notSent: "Beskeden blev ikke sendt. Teksten står her endnu. Prøv igen.",
  you: "Dig",
  older: "Vis ældre beskeder",
  empty: (name: string) => `Her kommer beskeder fra ${name}.`,
  none: "Ingen apps med chat er installeret endnu.",
  loading: "Henter samtaler…",
  failed: "Samtalerne kunne ikke hentes.",
  retry: "Prøv igen",
  old: "Forbindelsen er væk. Det viste kan være gammelt.",
  typing: (name: string) => `${name} skriver…`,
  unread: (count: number) => (count === 1 ? "1 ulæst besked" : `${count} ulæste beskeder`),
  newMessage: (name: string) => `Ny besked fra ${name}`,
  edited: "redigeret",
  card: (name: string) => `Kort fra ${name}`,
  done: "Dit svar er sendt til appen.",
  refresh: "Opdater kortet",
  brokenCard: "Kortet kan ikke vises.",
  moreActions: "Flere handlinger",
  failure: {
    timeout: "Appen svarede ikke i tide. Prøv igen.",
    unreachable: "Appen kan ikke nås lige nu. Prøv igen om lidt.",
    "bad-answer": "Noget gik galt. Prøv igen.",
  },
};

export type ChatTexts = typeof danish;

const english: ChatTexts = {
  conversations: "Conversations",
  back: "Back to conversations",
  messages: (name) => `Messages with ${name}`,
  writeMessage: "Type a message",
  send: "Send",
  sendHint: "Enter sends, Shift+Enter starts a new line",
  sending: "Sending…",
  notSent: "The message was not sent. Your text is still here. Try again.",
  you: "You",
  older: "Show older messages",
  empty: (name) => `Messages from ${name} will appear here.`,
  none: "No apps with chat are installed yet.",
  loading: "Loading conversations…",
  failed: "The conversations could not be loaded.",
  retry: "Try again",
  old: "The connection is lost. What you see may be old.",
  typing: (name) => `${name} is typing…`,
  unread: (count) => (count === 1 ? "1 unread message" : `${count} unread messages`),
  newMessage: (name) => `New message from ${name}`,
  edited: "edited",
  card: (name) => `Card from ${name}`,
  done: "Your response was sent to the app.",
  refresh: "Refresh the card",
  brokenCard: "The card cannot be shown.",
  moreActions: "More actions",
  failure: {
    timeout: "The app did not answer in time. Try again.",
    unreachable: "The app cannot be reached right now. Try again in a moment.",
    "bad-answer": "Something went wrong. Try again.",
  },
};

/** The chat's own words; cards bring theirs. */
export function chatTexts(locale: string): ChatTexts {
  return locale.toLowerCase().startsWith("en") ? english : danish;
}
