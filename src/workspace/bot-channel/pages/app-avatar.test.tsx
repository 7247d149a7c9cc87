import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { AppAvatar, AppPictures } from "./app-avatar.tsx";

afterEach(cleanup);

function pictureOf(botId: string): string | undefined {
  const { container } = render(
    <FluentProvider theme={webLightTheme}>
      <AppPictures value={(bot) => (bot === "with" ? "/icons/color" : undefined)}>
        <AppAvatar botId={botId} />
      </AppPictures>
    </FluentProvider>,
  );
  return container.querySelector("img")?.getAttribute("src") ?? undefined;
}

describe("AppAvatar", () => {
  it("is the app's own picture where it brings one, else the sign of a bot", () => {
    expect([pictureOf("with"), pictureOf("without")]).toEqual(["/icons/color", undefined]);
  });
});
