import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { useToast } from "../components/toasts.ts";
import { ToastsProvider } from "./toasts-provider.tsx";

function Decide({ takeBack }: { readonly takeBack: () => void }) {
  const toast = useToast();
  return (
    <button
      type="button"
      onClick={() => toast({ text: "Truffet", undo: { text: "Fortryd, før brevene sendes", act: takeBack } })}
    >
      Bevilg
    </button>
  );
}

afterEach(() => {
  vi.useRealTimers();
  cleanup();
});

describe("toasts", () => {
  test("U5 an act can be taken back for 25 seconds, and keys can reach it in that time", () => {
    vi.useFakeTimers();
    const takeBack = vi.fn<() => void>();
    render(
      <ToastsProvider>
        <Decide takeBack={takeBack} />
      </ToastsProvider>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Bevilg" }));
    act(() => void vi.advanceTimersByTime(24_900));
    expect(screen.getByRole("button", { name: "Fortryd, før brevene sendes" })).toBeTruthy();
    act(() => void vi.advanceTimersByTime(200));
    expect(screen.queryByText("Truffet")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Bevilg" }));
    // Its time stands still while the focus is in it.
    fireEvent.focus(screen.getByRole("button", { name: "Fortryd, før brevene sendes" }));
    act(() => void vi.advanceTimersByTime(60_000));
    fireEvent.click(screen.getByRole("button", { name: "Fortryd, før brevene sendes" }));
    expect(takeBack).toHaveBeenCalledOnce();
    expect(screen.queryByText("Truffet")).toBeNull();
  });
});
