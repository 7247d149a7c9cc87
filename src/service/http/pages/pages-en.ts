import { helpEn } from "./help-en.ts";
import type { PublicPage, PublicPages } from "./public-page.ts";

const privacy: PublicPage = {
  title: "Privacy",
  lead: "Here you can read what Fremdrift stores about you and what you can ask for. {kommune} is responsible for your data.",
  parts: [
    {
      id: "data",
      heading: "What we store about you",
      text: ["We store only what we need to give money from the pool in a proper way."],
      points: [
        "Your name, title, centre and address in Teams.",
        "The roles you have, for example reviewer or manager.",
        "What you write: applications, needs, points, reasons and answers to consultations with the documents you attach.",
        "When you pressed something that others can see.",
        "The messages Fremdrift has sent you in Teams.",
      ],
    },
    {
      id: "formaal",
      heading: "What we use it for",
      text: [
        "We use it to handle applications, to decide and to follow the money afterwards.",
        "The municipality does so as part of its task as an authority. We use it for nothing else and we do not sell it.",
      ],
    },
    {
      id: "hvor",
      heading: "Where it is",
      text: [
        "Everything is in the municipality's own SharePoint. Fremdrift has no store of its own.",
        "Applications and reviews are in a closed place that only the service can open. Managers see an extract in lists: number, title, centre, amount and status.",
      ],
    },
    {
      id: "adgang",
      heading: "Who can see it",
      text: ["You see your own. Others see only what their role allows."],
      points: [
        "Your manager sees applications from the centre.",
        "Reviewers see the applications they review. They do not see each other's points until everybody has answered.",
        "Whoever has a conflict of interest does not see the application.",
        "Whoever runs the technical side cannot read applications for that reason alone.",
      ],
    },
    {
      id: "slet",
      heading: "How long we keep it",
      text: [
        "We follow the municipality's rules for cases and archives. A draft you discard can no longer be seen by anybody.",
        "Never write a CPR number in an application. Fremdrift stops you if something looks like one.",
      ],
    },
    {
      id: "log",
      heading: "Log",
      text: [
        "We store who did what and when, so that an error can be found and a decision can be followed. The technical log holds no names and no texts.",
      ],
    },
    {
      id: "ret",
      heading: "What you can ask for",
      text: [
        "You can ask to see, correct or erase your data, and object to our use of it. Some data we must keep by law.",
        "Write to the data protection officer of {kommune}. The address is on the municipality's website.",
        "If you do not agree with the answer, you can complain to the Danish Data Protection Agency.",
      ],
      link: { text: "Complain to the Danish Data Protection Agency", url: "https://www.datatilsynet.dk/" },
    },
  ],
};

const accessibility: PublicPage = {
  title: "Accessibility statement",
  lead: "{kommune} wants everybody to be able to use Fremdrift. Here is what works, what is missing and where you can complain.",
  parts: [
    {
      id: "status",
      heading: "How well do we follow the rules?",
      text: [
        "Fremdrift is largely in line with WCAG 2.1 at level A and AA and with the European standard EN 301 549. What we know is missing is on this page.",
      ],
    },
    {
      id: "mangler",
      heading: "What is missing",
      text: ["We know of this:"],
      points: [
        "Lists are wider than a phone. They scroll sideways inside their own frame, as in SharePoint itself.",
        "If you change to or from high contrast, a card in chat is drawn anew. A confirmation you had opened on it closes, and you have to open it again.",
        "Cards in chat and lists in SharePoint are shown by Microsoft. We cannot mend those.",
      ],
    },
    {
      id: "proevet",
      heading: "How we tested it",
      text: ["We test it ourselves every time Fremdrift is changed:"],
      points: [
        "A program (axe) looks for faults on all pages in light, dark and high contrast, in Danish and English.",
        "The main tasks are done with the keyboard alone.",
        "The pages are looked at on a wide screen, a narrow screen and a phone.",
        "Colours are calculated, so that text can be read.",
      ],
    },
    {
      id: "brug",
      heading: "What can make it easier",
      text: ["Fremdrift follows colours, language and font size of Teams and of your machine."],
      points: [
        "Ctrl+K opens the search. From there you reach all pages.",
        "A question mark (?) shows all shortcuts. You can also turn them off there.",
        "Everything can be done with Tab, arrows and Enter.",
      ],
    },
    {
      id: "kontakt",
      heading: "Tell us about faults",
      text: [
        "If there is something you cannot use, write to the secretariat in Teams. Say what you wanted to do and what you use: screen reader, keyboard or something else. You get an answer, and you can get what you need in another way.",
      ],
    },
    {
      id: "klag",
      heading: "Complain",
      text: [
        "If you are not content with the answer, you can write to the Danish Agency for Digital Government. It watches over the law on accessibility.",
      ],
      link: { text: "The agency on accessibility", url: "https://digst.dk/" },
    },
  ],
};

const terms: PublicPage = {
  title: "Terms",
  lead: "Fremdrift is for people who work in {kommune}. You use it in your work and sign in with your work account.",
  parts: [
    {
      id: "brug",
      heading: "When you use Fremdrift",
      text: ["We ask you for three things:"],
      points: [
        "Write what is true and what others may read.",
        "Do not write CPR numbers or anything else by which citizens can be known.",
        "Say so if you have a conflict of interest: if you, your family or your own centre gains from it.",
      ],
    },
    {
      id: "afgoerelse",
      heading: "Decisions",
      text: [
        "People decide who gets money. Fremdrift adds points and watches the frame. It decides nothing itself.",
        "Deadlines are in Danish time. 23:59 is the last minute in which you can send.",
      ],
    },
    {
      id: "drift",
      heading: "When something does not work",
      text: [
        "What you have saved is in the municipality's SharePoint and is not lost if Fremdrift stands still. If you cannot send before a deadline, write to the secretariat at once.",
      ],
    },
    {
      id: "ansvar",
      heading: "Who is responsible",
      text: ["{kommune} runs Fremdrift and is responsible for it. It costs nothing to use."],
    },
  ],
};

/** The open pages in English; "{kommune}" is the municipality's name. */
export const pagesEn: PublicPages = {
  pages: {
    hjaelp: helpEn,
    privatliv: privacy,
    tilgaengelighed: accessibility,
    vilkaar: terms,
  },
  frame: {
    skip: "Skip to content",
    navigation: "Pages about Fremdrift",
    names: { hjaelp: "Help", privatliv: "Privacy", tilgaengelighed: "Accessibility", vilkaar: "Terms" },
    open: "Open Fremdrift",
    otherLanguage: "Dansk",
    updated: "Updated 22 November 2026",
    contents: "On this page",
  },
};
