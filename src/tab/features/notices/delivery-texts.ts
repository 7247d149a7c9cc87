import { deliveries as danish } from "../../texts/da/deliveries.ts";
import { deliveries as english } from "../../texts/en/deliveries.ts";
import { useLanguage } from "../../texts/texts-context.ts";

/** The texts of the page of what was sent, in the reader's language; few see it. */
export function useDeliveryTexts(): typeof danish {
  return useLanguage() === "en" ? english : danish;
}
