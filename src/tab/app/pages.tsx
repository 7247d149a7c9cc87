import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageSkeleton } from "../components/page-skeleton.tsx";

const OverviewPage = lazy(async () => ({
  default: (await import("../features/overview/overview-page.tsx")).OverviewPage,
}));
const PoolPage = lazy(async () => ({ default: (await import("../features/overview/pool-page.tsx")).PoolPage }));
const RoundPage = lazy(async () => ({ default: (await import("../features/grants/round/round-page.tsx")).RoundPage }));
const ApplyPage = lazy(async () => ({ default: (await import("../features/grants/apply/apply-page.tsx")).ApplyPage }));
const ApplicationPage = lazy(async () => ({
  default: (await import("../features/grants/application/application-page.tsx")).ApplicationPage,
}));
const ReviewPage = lazy(async () => ({
  default: (await import("../features/grants/review/review-page.tsx")).ReviewPage,
}));
const AdministrationPage = lazy(async () => ({
  default: (await import("../features/administration/administration-page.tsx")).AdministrationPage,
}));
const ChoicesPage = lazy(async () => ({ default: (await import("../features/notices/choices-page.tsx")).ChoicesPage }));
const NeedsPage = lazy(async () => ({ default: (await import("../features/needs/needs-page.tsx")).NeedsPage }));
const DeliveriesPage = lazy(async () => ({
  default: (await import("../features/notices/deliveries-page.tsx")).DeliveriesPage,
}));
const NotFoundPage = lazy(async () => ({ default: (await import("./not-found-page.tsx")).NotFoundPage }));
const RankingPage = lazy(async () => ({
  default: (await import("../features/grants/ranking/ranking-page.tsx")).RankingPage,
}));
const PlanPage = lazy(async () => ({ default: (await import("../features/action-plans/plan-page.tsx")).PlanPage }));
const ProgrammePage = lazy(async () => ({
  default: (await import("../features/action-plans/programme-page.tsx")).ProgrammeView,
}));
const NewItemPage = lazy(async () => ({
  default: (await import("../features/action-plans/new-item-page.tsx")).NewItemPage,
}));
const ItemPage = lazy(async () => ({ default: (await import("../features/action-plans/item-page.tsx")).ItemPage }));
const ConsultationListPage = lazy(async () => ({
  default: (await import("../features/consultations/list-page.tsx")).ConsultationListPage,
}));
const ConsultationPage = lazy(async () => ({
  default: (await import("../features/consultations/consultation-page.tsx")).ConsultationPage,
}));
const CasesPage = lazy(async () => ({ default: (await import("../features/cases/cases-page.tsx")).CasesPage }));
const CasePage = lazy(async () => ({ default: (await import("../features/cases/case-page.tsx")).CasePage }));
const IntakePage = lazy(async () => ({ default: (await import("../features/cases/intake-page.tsx")).IntakePage }));
const ConsultationFormPage = lazy(async () => ({
  default: (await import("../features/consultations/form-page.tsx")).ConsultationFormPage,
}));

/** The pages by route. Each is a script of its own; a key makes another record a new page. */
export function Pages() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Switch>
        <Route path="/">
          <OverviewPage />
        </Route>
        <Route path="/administration">
          <AdministrationPage />
        </Route>
        <Route path="/notices/deliveries/:filter?">{({ filter }) => <DeliveriesPage filter={filter} />}</Route>
        <Route path="/notices">
          <ChoicesPage />
        </Route>
        <Route path="/pools/:key">{({ key }) => <PoolPage key={key} poolKey={key} />}</Route>
        <Route path="/rounds/:key">{({ key }) => <RoundPage key={key} roundKey={key} />}</Route>
        <Route path="/rounds/:key/reviews/:application?">
          {({ key, application }) => <ReviewPage key={key} roundKey={key} applicationKey={application} />}
        </Route>
        <Route path="/rounds/:key/ranking">{({ key }) => <RankingPage key={key} roundKey={key} />}</Route>
        <Route path="/drafts/:key">{({ key }) => <ApplyPage key={key} draftKey={key} />}</Route>
        <Route path="/applications/:key">{({ key }) => <ApplicationPage key={key} applicationKey={key} />}</Route>
        <Route path="/needs/:key?">{({ key }) => <NeedsPage needKey={key} />}</Route>
        <Route path="/action-plan/programme/*?">{(parts) => <ProgrammePage rest={parts["*"] ?? ""} />}</Route>
        <Route path="/action-plan/new">
          <NewItemPage />
        </Route>
        <Route path="/action-plan/*?">{(parts) => <PlanPage rest={parts["*"] ?? ""} />}</Route>
        <Route path="/action-items/:key">{({ key }) => <ItemPage key={key} itemKey={key} />}</Route>
        <Route path="/cases">
          <CasesPage />
        </Route>
        <Route path="/cases/from-text">
          <IntakePage />
        </Route>
        <Route path="/cases/:key">{({ key }) => <CasePage key={key} caseKey={key} />}</Route>
        <Route path="/consultations">
          <ConsultationListPage />
        </Route>
        <Route path="/consultations/new">
          <ConsultationFormPage />
        </Route>
        <Route path="/consultations/:key">{({ key }) => <ConsultationPage key={key} consultationKey={key} />}</Route>
        <Route path="/consultations/:key/edit">
          {({ key }) => <ConsultationFormPage key={key} consultationKey={key} />}
        </Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}
