import type { Instant } from "@cte-partnerships/domain";
import { Alert } from "@mantine/core";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useMe } from "../../lib/me.ts";
import { timeOf, zoneAbbreviation } from "../../lib/moments.ts";
import { useIsUnanswered, useOnline } from "../../lib/session-state.ts";
import { IconWifiOff } from "../../ui/icons.ts";

/** Says plainly that nothing comes and goes, how old what one sees is, and what becomes of what one does. */
export function OfflineBanner() {
  const isOnline = useOnline();
  const isUnanswered = useIsUnanswered();
  if (isOnline && !isUnanswered) return null;
  return (
    <Alert color="yellow" icon={<IconWifiOff size={18} />} title={isOnline ? "The server does not answer" : "No network"} mb="md" role="status">
      <Age /> It is brought up to date by itself once {isOnline ? "the server answers" : "the network is back"}. Until then nothing can be saved: what you type
      stays here, and a change that could not be sent can be sent again by one press.
    </Alert>
  );
}

/** When the oldest of what is shown came. */
const oldestIn = (queryClient: QueryClient): number =>
  queryClient
    .getQueryCache()
    .findAll({ type: "active", predicate: ({ queryKey, state }) => queryKey[0] !== "me" && state.dataUpdatedAt > 0 })
    .reduce((oldest, { state }) => Math.min(oldest, state.dataUpdatedAt), Number.POSITIVE_INFINITY);

function Age() {
  const queryClient = useQueryClient();
  const { zone } = useMe().agency;
  const [at, setAt] = useState(() => oldestIn(queryClient));
  useEffect(
    // Told while others are drawn, so looked at after that.
    () => queryClient.getQueryCache().subscribe(() => queueMicrotask(() => setAt(oldestIn(queryClient)))),
    [queryClient],
  );
  if (!Number.isFinite(at)) return "What you see may be out of date.";
  const instant = new Date(at).toISOString() as Instant;
  return `What you see is as it stood at ${timeOf(instant, zone)} ${zoneAbbreviation(zone, instant)}.`;
}
