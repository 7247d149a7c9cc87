/** What stands in the way of a sign-in; loaded with the explanation, since few meet it. */
export const signIn = {
  why: {
    consent: [
      "Fremdrift er ikke godkendt til din konto endnu. Tryk på Log ind, og sig ja, hvis Microsoft spørger dig.",
      "Kan du ikke selv sige ja, så send linket til it-afdelingen. Med det godkender en administrator Fremdrift én gang for alle. Fremdrift beder kun om at få at vide, hvem der logger ind – ikke om dine mails eller filer.",
    ],
    more: [
      "Kommunen kræver en ekstra bekræftelse af, at det er dig, fx en kode på telefonen. Tryk på Log ind; så bliver du spurgt.",
      "Kommer du tilbage hertil bagefter, så giv it-afdelingen besked: Enheden eller kontoen lever ikke op til kommunens krav (betinget adgang).",
    ],
    blocked: [
      "Browseren blokerede login-vinduet. Tillad pop op-vinduer for siden – som regel ved et ikon i adresselinjen – og tryk på Log ind igen.",
    ],
    "other-account": [
      "Du valgte en anden konto end den, du bruger i Teams. Tryk på Log ind, og vælg den samme konto som i Teams.",
    ],
    failed: ["Det lykkedes ikke at logge ind. Prøv igen. Hjælper det ikke, så luk Fremdrift, og åbn det igen."],
  },
  adminLink: "Link til it-afdelingen",
  copy: "Kopiér link",
  copied: "Linket er kopieret",
  copyByHand: "Linket kunne ikke kopieres automatisk. Markér det i feltet, og kopiér det.",
};
