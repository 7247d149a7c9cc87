import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { largestAnswerFile } from "#domain/consultations/answer-file.ts";
import { anAnswerFile } from "#test/builders/answer-files.ts";
import { testKey } from "../../testing/answers.ts";
import { aConsultationPage, anAnsweredParty, aParty } from "../../testing/consultation-answers.ts";
import { answered, type FakeService, refused, renderPage } from "../../testing/render-page.tsx";
import { ConsultationPage } from "./consultation-page.tsx";

const key = testKey("consultation");
const own = aParty("Ældrerådet", { isOwn: true, actions: ["answer"] });
const ownPage = () => aConsultationPage({ parties: [own], actions: [] });
const { file, pdf, base64 } = anAnswerFile;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  window.sessionStorage.clear();
});

function show(more: FakeService, page = ownPage()) {
  return renderPage(<ConsultationPage consultationKey={key} />, {
    [`GET /consultations/${key}`]: () => answered(page),
    ...more,
  });
}

/** Chooses files as the system's dialog would hand them over. */
async function choose(...files: readonly File[]): Promise<void> {
  await screen.findByRole("button", { name: "Vedhæft bilag" });
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (!input) throw new Error("No choice of files");
  await userEvent.upload(input, [...files], { applyAccept: false });
}

const document1 = () => new File([pdf], file.name);

test("001-08 a document is attached when it is chosen, and goes with the answer; alone it is an answer too", async () => {
  const after = aConsultationPage({ parties: [{ ...own, actions: [] }] });
  const { calls } = show({
    [`POST /parties/${own.key}/files`]: () => ({ status: 201, body: file }),
    [`POST /parties/${own.key}/answer`]: () => answered(after),
  });
  await choose(document1());
  expect(await screen.findByText(file.name)).toBeTruthy();
  expect(calls.find(({ path }) => path.endsWith("/files"))?.body).toMatchObject({ name: file.name, content: base64 });
  await userEvent.click(screen.getByRole("button", { name: "Send svar" }));
  await waitFor(() => {
    expect(calls.find(({ path }) => path.endsWith("/answer"))?.body).toMatchObject({
      text: "Se bilag.",
      files: [file],
    });
  });
});

test("001-08 a document that is taken out again does not go with the answer, and the focus stays near", async () => {
  const { calls } = show({
    [`POST /parties/${own.key}/files`]: () => ({ status: 201, body: file }),
    [`POST /parties/${own.key}/answer`]: () => answered(ownPage()),
  });
  await choose(document1());
  await userEvent.click(await screen.findByRole("button", { name: `Fjern ${file.name}` }));
  expect(screen.queryByText(file.name)).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Vedhæft bilag" }));
  await userEvent.type(screen.getByLabelText(/^Jeres svar/u), "Vi er enige.");
  await userEvent.click(screen.getByRole("button", { name: "Send svar" }));
  await waitFor(() => {
    expect(calls.find(({ path }) => path.endsWith("/answer"))?.body).toMatchObject({ text: "Vi er enige.", files: [] });
  });
});

test("001-08 what cannot be attached is told, and the text and the other documents stay", async () => {
  let first = true;
  const { calls } = show({
    [`POST /parties/${own.key}/files`]: () => {
      if (!first) return refused(422, "file-kind", "”løs.exe” er ikke vedhæftet. Brug pdf.");
      first = false;
      return { status: 201, body: file };
    },
  });
  await userEvent.type(await screen.findByLabelText(/^Jeres svar/u), "Vi er enige.");
  await choose(document1(), new File(["MZ"], "løs.exe"));
  expect((await screen.findByRole("alert")).textContent).toContain("”løs.exe” er ikke vedhæftet");
  expect(screen.getByText(file.name)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>(/^Jeres svar/u).value).toBe("Vi er enige.");
  const asked = calls.length;
  await choose(new File([new Uint8Array(largestAnswerFile + 1)], "stor.pdf"));
  expect((await screen.findByRole("alert")).textContent).toContain("”stor.pdf” er større end 4 MB");
  expect(calls).toHaveLength(asked);
});

test("001-09 no comments asks before documents are left unsent, and sends none", async () => {
  const { calls } = show({
    [`POST /parties/${own.key}/files`]: () => ({ status: 201, body: file }),
    [`POST /parties/${own.key}/answer`]: () => answered(ownPage()),
  });
  await choose(document1());
  await screen.findByText(file.name);
  await userEvent.click(screen.getByRole("button", { name: "Vi har ingen bemærkninger" }));
  const dialog = await screen.findByRole("dialog");
  await userEvent.click(within(dialog).getByRole("button", { name: "Send uden bemærkninger" }));
  await waitFor(() => {
    const body = calls.find(({ path }) => path.endsWith("/answer"))?.body;
    expect(body).toMatchObject({ noComments: true, text: "" });
    expect(body).not.toHaveProperty("files");
  });
});

test("001-08 who reads the answer fetches its documents; those that came another way are named", async () => {
  if (!anAnsweredParty.answer) throw new Error("The builder's party has an answer");
  const answer = { ...anAnsweredParty.answer, attachments: ["Brev.pdf", file.name], files: [file] };
  const { calls } = show(
    { [`GET /parties/${anAnsweredParty.key}/files/${file.sha256}`]: () => answered({}) },
    aConsultationPage({ parties: [{ ...anAnsweredParty, answer }] }),
  );
  expect(await screen.findByText("Bilag: Brev.pdf")).toBeTruthy();
  vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:1", revokeObjectURL: () => undefined }));
  await userEvent.click(screen.getByRole("button", { name: `Hent ${file.name}` }));
  await waitFor(() => {
    expect(calls.at(-1)?.path).toBe(`/parties/${anAnsweredParty.key}/files/${file.sha256}`);
  });
  expect(await screen.findByText(`${file.name} er hentet.`)).toBeTruthy();
});

test("001-08 staff attach the letter that came, which is an answer alone and goes with no comments too", async () => {
  const silent = aParty("Ungdomsrådet", { actions: ["register"] });
  const { calls } = show(
    {
      [`POST /parties/${silent.key}/files`]: () => ({ status: 201, body: file }),
      [`POST /parties/${silent.key}/registered-answer`]: () => refused(503, "unavailable", "SharePoint svarer ikke."),
    },
    aConsultationPage({ parties: [silent] }),
  );
  await userEvent.click(await screen.findByRole("button", { name: /^Registrér svar/u }));
  await choose(document1());
  await screen.findByText(file.name);
  const save = screen.getByRole("button", { name: "Gem svaret" });
  await userEvent.click(save);
  const bodies = () => calls.filter(({ path }) => path.endsWith("/registered-answer")).map(({ body }) => body);
  await waitFor(() => {
    expect(bodies()).toMatchObject([{ text: "Se bilag.", files: [file], noComments: false }]);
  });
  await userEvent.click(screen.getByRole("checkbox", { name: "Parten har ingen bemærkninger" }));
  await waitFor(() => {
    expect(save.getAttribute("aria-disabled")).not.toBe("true");
  });
  await userEvent.click(save);
  await waitFor(() => {
    expect(bodies()[1]).toMatchObject({ text: "", files: [file], noComments: true });
  });
});
