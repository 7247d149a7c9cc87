import { Link } from "@fluentui/react-components";
import type { ConsultationPage } from "#contract/consultations.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { useConsultationTexts } from "./consultation-texts.ts";
import { useConsultationStyles } from "./consultations.styles.ts";

interface MaterialListProps {
  readonly material: ConsultationPage["material"];
  readonly mayEdit: boolean;
}

/** The documents that are asked about: a link where there is one, else the number to look them up by. */
export function MaterialList({ material, mayEdit }: MaterialListProps) {
  const styles = useConsultationStyles();
  const words = useConsultationTexts();
  if (material.length === 0) {
    return <EmptyState text={words.materialEmpty} next={mayEdit ? words.materialNext : ""} />;
  }
  return (
    <ul className={styles.list}>
      {material.map(({ name, link, documentNumber }) => (
        <li key={`${name} ${link} ${documentNumber}`} className={styles.document}>
          {link === "" ? (
            name
          ) : (
            <Link href={link} target="_blank" rel="noreferrer">
              {name}
            </Link>
          )}
          {documentNumber === "" ? null : <span className={styles.meta}>{documentNumber}</span>}
        </li>
      ))}
    </ul>
  );
}
