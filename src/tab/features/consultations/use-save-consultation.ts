import { useState } from "react";
import {
  type ConsultationFieldsRequest,
  type ConsultationPage,
  consultationPageSchema,
} from "#contract/consultations.ts";
import { useCommand } from "../../components/command.ts";
import { type ApiProblem, toApiProblem } from "../../host/api-problem.ts";
import type { PartyValue } from "./form-values.ts";

/** What became of a press on Save. */
interface Saved {
  /** The consultation as it stands now, where there is one. */
  readonly key: string | undefined;
  /** Fields and parties are both stored. */
  readonly isWhole: boolean;
}

interface SaveConsultation {
  readonly save: (fields: ConsultationFieldsRequest, parties: readonly PartyValue[]) => Promise<Saved>;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
}

/**
 * Saves the form in two steps, fields and then parties, so that a party that is refused never makes a second draft. A
 * step that got no answer is repeated as the same command.
 */
export function useSaveConsultation(key: string | undefined): SaveConsultation {
  const fieldsCommand = useCommand<ConsultationPage>();
  const partiesCommand = useCommand<ConsultationPage>();
  const [problem, setProblem] = useState<ApiProblem>();
  const save = async (fields: ConsultationFieldsRequest, parties: readonly PartyValue[]): Promise<Saved> => {
    setProblem(undefined);
    let known = key;
    try {
      const page = await fieldsCommand.mutateAsync({
        method: key === undefined ? "POST" : "PUT",
        path: key === undefined ? "/consultations" : `/consultations/${key}`,
        body: key === undefined ? { fields, parties: [] } : { fields },
        schema: consultationPageSchema,
      });
      known = page.consultation.key;
      if (parties.length > 0 || page.parties.length > 0) {
        await partiesCommand.mutateAsync({
          method: "PUT",
          path: `/consultations/${known}/parties`,
          body: { parties },
          schema: consultationPageSchema,
          answers: ["consultation", known],
        });
      }
      return { key: known, isWhole: true };
    } catch (error) {
      setProblem(toApiProblem(error));
      return { key: known, isWhole: false };
    }
  };
  return { save, busy: fieldsCommand.isPending || partiesCommand.isPending, problem };
}
