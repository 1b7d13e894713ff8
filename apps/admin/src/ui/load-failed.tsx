import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { IconAlertTriangle, IconRefresh } from "./icons.ts";
import { StatePage } from "./state-page.tsx";

interface Props {
  title: string;
  /** Why, and what to do about it. */
  children: ReactNode;
  /** For support: the number of the request that failed. */
  reference: string | undefined;
  isTrying: boolean;
  onTryAgain: () => void;
}

/** In the place of what was asked for and did not come, with the way to ask again. */
export function LoadFailed({ title, children, reference, isTrying, onTryAgain }: Props) {
  return (
    <StatePage
      icon={IconAlertTriangle}
      title={title}
      isAlert
      reference={reference}
      actions={
        <Button leftSection={<IconRefresh size={17} />} loading={isTrying} onClick={onTryAgain}>
          Try again
        </Button>
      }
    >
      {children}
    </StatePage>
  );
}
