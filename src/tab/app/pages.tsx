import { lazy, Suspense } from "react";
import { Route, Switch } from "wouter";
import { PageSkeleton } from "../components/page-skeleton.tsx";

const OverviewPage = lazy(async () => ({
  default: (await import("../features/overview/overview-page.tsx")).OverviewPage,
}));
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
const NotFoundPage = lazy(async () => ({ default: (await import("./not-found-page.tsx")).NotFoundPage }));
const RankingPage = lazy(async () => ({
  default: (await import("../features/grants/ranking/ranking-page.tsx")).RankingPage,
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
        <Route path="/notices">
          <ChoicesPage />
        </Route>
        <Route path="/rounds/:key">{({ key }) => <RoundPage key={key} roundKey={key} />}</Route>
        <Route path="/rounds/:key/reviews/:application?">
          {({ key, application }) => <ReviewPage key={key} roundKey={key} applicationKey={application} />}
        </Route>
        <Route path="/rounds/:key/ranking">{({ key }) => <RankingPage key={key} roundKey={key} />}</Route>
        <Route path="/drafts/:key">{({ key }) => <ApplyPage key={key} draftKey={key} />}</Route>
        <Route path="/applications/:key">{({ key }) => <ApplicationPage key={key} applicationKey={key} />}</Route>
        <Route>
          <NotFoundPage />
        </Route>
      </Switch>
    </Suspense>
  );
}
