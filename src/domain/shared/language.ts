/** The languages of every text; Danish comes first. */
export type Language = "da" | "en";
