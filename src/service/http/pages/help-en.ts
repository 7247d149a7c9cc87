import type { PublicPage } from "./public-page.ts";

/** Five short guides in English. */
export const helpEn: PublicPage = {
  title: "Help",
  lead: "Five short guides. Find what you need and do it step by step.",
  parts: [
    {
      id: "soeg",
      heading: "Apply for money",
      text: ["You can apply while the round is open. What you write is saved by itself."],
      inOrder: true,
      points: [
        "Open Fremdrift in Teams. Find the round on the overview and press Apply.",
        "If you have a draft, press Continue your draft. For a new project, press Begin another application.",
        "Write what you want to do and what citizens get out of it. A field that lacks something says so.",
        "Write what the money is for. The lines must match what you apply for and what you pay yourselves.",
        "Press Send application. Your manager gets a message in Teams and approves it.",
        "If your manager returns it with questions, you mend it and send it again.",
      ],
    },
    {
      id: "bedoem",
      heading: "Review applications",
      text: ["You get a card in chat when the round has closed. You can review on the card or in Fremdrift."],
      inOrder: true,
      points: [
        "Read the application.",
        "Give 1 to 5 points for each criterion. With 1, 2 and 5 you write why.",
        "Say whether you support it, and write your reason.",
        "Save and go on to the next one.",
        "If you have a conflict of interest, say so. You are then out of the case and somebody else takes over.",
      ],
    },
    {
      id: "indstil",
      heading: "Recommend and decide",
      text: ["The secretariat recommends. The chair decides. More than the frame can never be spent."],
      inOrder: true,
      points: [
        "Open the ranking when everybody has reviewed. The list stands by points.",
        "See who there is money for. Write a reason to each applicant.",
        "Press Recommend. The chair gets a card in chat.",
        "The chair reads the list and presses what should happen. It can be undone until the letters are sent.",
        "The applicants get their answer in Teams.",
      ],
    },
    {
      id: "svar",
      heading: "Answer an award",
      text: ["If you get money you must say yes or no. The deadline is in the message."],
      inOrder: true,
      points: [
        "Open the message in chat, or find your application on the overview.",
        "Read how much you get, and why.",
        "Accept or decline. If you decline, the money goes back to the pool.",
        "If the deadline has passed, write to the secretariat.",
      ],
    },
    {
      id: "lister",
      heading: "See the lists in SharePoint",
      text: ["Managers can see all applications and the pool's money in lists. Fremdrift keeps them up to date."],
      inOrder: true,
      points: [
        "Press See the lists in SharePoint at the bottom of Fremdrift.",
        "Choose a list and a view: for example open applications, board or calendar.",
        "Sort and filter as you are used to in SharePoint.",
        "Do not change what Fremdrift has written. It is written back.",
      ],
    },
    {
      id: "mere",
      heading: "Did you get stuck?",
      text: [
        "Press Ctrl+K and write what you look for. Write help to Fremdrift in chat, or write to the secretariat. Give them the error number if there is one.",
      ],
    },
  ],
};
