import {
  Avatar,
  Button,
  Link,
  Menu,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  Text,
  tokens,
} from "@fluentui/react-components";
import { usePage } from "./page-context.ts";

/** The bar on top: where one is, and as whom. */
export function PageShell({ children }: { children: React.ReactNode }): React.JSX.Element {
  const styles = useStyles();
  const { config, link } = usePage();
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <nav className={styles.path} aria-label="SharePoint">
          <Link href={link("/")} className={styles.brand}>
            SharePoint
          </Link>
          {config.site !== undefined && (
            <Link href={link(config.site.path)} className={styles.site}>
              {config.site.name}
            </Link>
          )}
        </nav>
        <PersonaMenu />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}

/** The pages can be opened outside the host, so they have a switch of their own. */
function PersonaMenu(): React.JSX.Element {
  const styles = useStyles();
  const { config, link, texts } = usePage();
  const { persona, personas } = config;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="transparent"
          className={styles.persona}
          icon={<Avatar aria-hidden size={28} name={persona.displayName} />}
          title={`${texts.signedInAs(persona.displayName)}. ${texts.changePersona}`}
        >
          <Text truncate wrap={false} className={styles.name}>
            {persona.displayName}
          </Text>
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {personas.map(({ id, displayName, userPrincipalName }) => (
            <MenuItemLink key={id} href={link(decodeURIComponent(location.pathname), { persona: userPrincipalName })}>
              {displayName}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

const focusRing = {
  outline: `2px solid ${tokens.colorStrokeFocus2}`,
  outlineOffset: "2px",
  borderRadius: tokens.borderRadiusMedium,
} as const;

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    height: "100%",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  bar: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    flexShrink: 0,
    height: "48px",
    padding: `0px ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  path: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM, minWidth: 0 },
  // Fluent draws its ring after the first key only; the first stop is where that key leads.
  brand: { fontWeight: tokens.fontWeightSemibold, ":focus-visible": focusRing },
  site: {
    ":focus-visible": focusRing,
    color: tokens.colorNeutralForeground1,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  persona: { minWidth: 0, paddingRight: 0, columnGap: tokens.spacingHorizontalXS },
  // Out of sight on a phone, but still the button's name.
  name: { "@media (max-width: 560px)": { position: "absolute", width: "1px", height: "1px", clipPath: "inset(50%)" } },
  main: { display: "flex", flexDirection: "column", flexGrow: 1, minHeight: 0, overflow: "auto" },
});
