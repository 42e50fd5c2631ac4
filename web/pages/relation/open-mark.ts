import { useNavigate } from "@tanstack/react-router";
import { DOMAINS } from "../../../src/schema/index.ts";
import type { Marked } from "../../parts/figure.tsx";

/** Opens what a mark stands for: one incident has its page, several are listed below by their month and domain. */
export function useOpenMark(): (marked: Marked) => void {
  const navigate = useNavigate({ from: "/relations/$dyad" });
  return ({ incident = "", month, domain: named }) => {
    const ids = incident.split(" ").filter(Boolean);
    const domain = DOMAINS.find((one) => one === named);
    if (ids.length === 1) void navigate({ to: "/incidents/$id", params: { id: ids[0] } });
    else if (ids.length > 1) void navigate({ search: (search) => ({ ...search, month, domain }), hash: "incidents" });
  };
}
