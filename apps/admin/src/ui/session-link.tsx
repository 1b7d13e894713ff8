import type { ReactNode } from "react";
import { AnchorLink } from "./link.tsx";

interface Props {
  session: { id: string; eventId: string; status: string };
  children: ReactNode;
  className?: string | undefined;
}

/** Leads to where a session is worked on: to its people, or to the event while that is a draft and there are none. */
export function SessionLink({ session: { id, eventId, status }, children, className = "" }: Props) {
  return status === "draft" ? (
    <AnchorLink to="/events/$eventId" params={{ eventId }} className={className}>
      {children}
    </AnchorLink>
  ) : (
    <AnchorLink to="/sessions/$sessionId" params={{ sessionId: id }} className={className}>
      {children}
    </AnchorLink>
  );
}
