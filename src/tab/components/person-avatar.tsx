import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";

/** Fluent's colours for people by the words of its tokens, in Fluent's order: the same person has the same everywhere. */
export const avatarColours = [
  "DarkRed",
  "Cranberry",
  "Red",
  "Pumpkin",
  "Peach",
  "Marigold",
  "Gold",
  "Brass",
  "Brown",
  "Forest",
  "Seafoam",
  "DarkGreen",
  "LightTeal",
  "Teal",
  "Steel",
  "Blue",
  "RoyalBlue",
  "Cornflower",
  "Navy",
  "Lavender",
  "Purple",
  "Grape",
  "Lilac",
  "Pink",
  "Magenta",
  "Plum",
  "Beige",
  "Mink",
  "Platinum",
  "Anchor",
] as const;

const useStyles = makeStyles({
  avatar: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    flexShrink: 0,
    width: "24px",
    height: "24px",
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase100,
    lineHeight: 1,
    fontWeight: tokens.fontWeightSemibold,
    // Seen where the system chooses the colours; on paper a name needs no picture.
    border: "1px solid transparent",
    boxSizing: "border-box",
    "@media print": { display: "none" },
  },
  person: { display: "inline-flex", alignItems: "center", gap: "8px", maxWidth: "100%", verticalAlign: "bottom" },
  name: { minWidth: 0, overflowWrap: "anywhere" },
});

/** Somebody's initials on a colour of her own; decoration beside her name, which is always written too. */
export function PersonAvatar({ name, className }: { readonly name: string; readonly className?: string | undefined }) {
  const styles = useStyles();
  const initials = initialsOf(name);
  if (initials === "") return null;
  const colour = `--colorPalette${colourOf(name)}`;
  return (
    <span
      aria-hidden
      data-avatar
      className={mergeClasses(styles.avatar, className)}
      style={{ color: `var(${colour}Foreground2)`, backgroundColor: `var(${colour}Background2)` }}
    >
      {initials}
    </span>
  );
}

/** A person where her name stands: the picture, the name, and what more is said of her after a comma. */
export function PersonName({ name, more = "" }: { readonly name: string; readonly more?: string | undefined }) {
  const styles = useStyles();
  return (
    <span className={styles.person}>
      <PersonAvatar name={name} />
      <span className={styles.name}>{more === "" ? name : `${name}, ${more}`}</span>
    </span>
  );
}

/** First letters of the first and the last name, without what stands in brackets; "" where there are none. */
export function initialsOf(name: string): string {
  const words = name
    .replaceAll(/\([^)]*\)/g, "")
    .split(/\s+/)
    .map((word) => word.replaceAll(/[^\p{L}\p{N}]/gu, ""))
    .filter((word) => word !== "");
  const [first = "", last = ""] = [words.at(0), words.length > 1 ? words.at(-1) : ""];
  return [first, last]
    .map((word) =>
      String.fromCodePoint(word.codePointAt(0) ?? 32)
        .trim()
        .toLocaleUpperCase("da"),
    )
    .join("");
}

/** As Fluent's Avatar chooses it from a name (`color="colorful"`). */
function colourOf(name: string): (typeof avatarColours)[number] {
  let hash = 0;
  for (let at = name.length - 1; at >= 0; at--) {
    const code = name.charCodeAt(at);
    const shift = at % 8;
    hash ^= (code << shift) + (code >> (8 - shift));
  }
  return avatarColours[hash % avatarColours.length] ?? "Anchor";
}
