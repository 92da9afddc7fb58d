import { Route, Switch } from "wouter";
import { LanguageProvider } from "#client/features/language/LanguageProvider.tsx";
import { BoardDoor } from "#client/pages/BoardDoor.tsx";
import { HomePage } from "#client/pages/HomePage.tsx";
import { NotFoundPage } from "#client/pages/NotFoundPage.tsx";
import { PageBoundary } from "#client/pages/PageBoundary.tsx";

export function App() {
  return (
    <LanguageProvider>
      <PageBoundary>
        <Switch>
          <Route path="/">
            <HomePage />
          </Route>
          <Route path="/b/:boardId/*?">
            {({ boardId }) => <BoardDoor key={boardId} boardId={boardId} />}
          </Route>
          <Route>
            <NotFoundPage />
          </Route>
        </Switch>
      </PageBoundary>
    </LanguageProvider>
  );
}
