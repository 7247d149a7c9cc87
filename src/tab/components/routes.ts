/** Every screen is a link; these are the tab's routes after "/tab/#". */
export const routes = {
  overview: "/",
  administration: "/administration",
  notices: "/notices",
  deliveries: "/notices/deliveries",
  pool: (key: string) => `/pools/${key}`,
  round: (key: string) => `/rounds/${key}`,
  draft: (key: string) => `/drafts/${key}`,
  application: (key: string) => `/applications/${key}`,
  reviews: (roundKey: string, applicationKey?: string) =>
    applicationKey === undefined ? `/rounds/${roundKey}/reviews` : `/rounds/${roundKey}/reviews/${applicationKey}`,
  actionPlan: "/action-plan",
  programme: "/action-plan/programme",
  newProgramme: "/action-plan/programme/new",
  programmeOf: (key: string) => `/action-plan/programme/${key}`,
  newActionItem: "/action-plan/new",
  actionItem: (key: string) => `/action-items/${key}`,
  cases: "/cases",
  readCase: "/cases/from-text",
  case: (key: string) => `/cases/${key}`,
  consultations: "/consultations",
  newConsultation: "/consultations/new",
  consultation: (key: string) => `/consultations/${key}`,
  editConsultation: (key: string) => `/consultations/${key}/edit`,
  needs: "/needs",
  ranking: (roundKey: string) => `/rounds/${roundKey}/ranking`,
};

/** The href of a route. A link from the service may come with or without "#" or "/tab/". */
export function hrefOf(link: string): string {
  const route = link.replace(/^.*#/, "").replace(/^\/tab(?=\/)/, "");
  return `#${route.startsWith("/") ? route : `/${route}`}`;
}
