import { Button, Container, Skeleton, Stack } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { isProblem, Unreachable } from "../../lib/api-error.ts";
import { messageOf, referenceOf } from "../../lib/messages.ts";
import { IconAlertTriangle, IconLock, IconMapSearch, IconRefresh, IconWifiOff } from "../../ui/icons.ts";
import { ButtonLink } from "../../ui/link.tsx";
import { StatePage } from "../../ui/state-page.tsx";
import { useSignOut } from "./use-sign-out.ts";

/** While a page's first facts are on their way. */
export function PendingPage() {
  return (
    <Stack gap="md" aria-busy="true" aria-label="Loading" role="status" p="md" maw={1240} mx="auto">
      <Skeleton height={34} width="38%" />
      <Skeleton height={18} width="24%" />
      <Skeleton height={220} mt="md" />
      <Skeleton height={160} />
    </Stack>
  );
}

/** There is no such page, or nothing of that id within one's scope. */
export function MissingPage() {
  return (
    <StatePage icon={IconMapSearch} title="There is nothing here" order={1} actions={<ButtonLink to="/events">Go to the events</ButtonLink>}>
      The address may be mistyped, or what was here is gone or outside your scope.
    </StatePage>
  );
}

export function ForbiddenPage({ children }: { children?: string }) {
  return (
    <StatePage icon={IconLock} title="Your role does not allow this" order={1} actions={<ButtonLink to="/events">Go to the events</ButtonLink>}>
      {children ?? "A director of your agency can give you a role that does."}
    </StatePage>
  );
}

/** The same, where the console's frame itself could not be shown. */
export function FailedConsole(props: ErrorComponentProps) {
  return (
    <main>
      <FailedPage {...props} />
    </main>
  );
}

/** A page could not be shown: refused, failed, or no answer came. */
export function FailedPage({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  if (isProblem(error, "no_grants")) return <NoRolePage />;
  if (isProblem(error) && error.status === 404) return <MissingPage />;
  if (isProblem(error) && error.status === 403) return <ForbiddenPage />;
  // A part of the console that is loaded when it is opened, and could not be.
  const isOffline = error instanceof Unreachable || (error instanceof TypeError && /dynamically imported module/.test(error.message));
  return (
    <Container>
      <StatePage
        icon={isOffline ? IconWifiOff : IconAlertTriangle}
        title={isOffline ? "The server does not answer" : "This page could not be shown"}
        order={1}
        isAlert
        reference={referenceOf(error)}
        actions={
          <Button
            leftSection={<IconRefresh size={17} />}
            onClick={() => {
              reset();
              void router.invalidate();
            }}
          >
            Try again
          </Button>
        }
      >
        {isOffline ? messageOf(new Unreachable("no answer")) : messageOf(error)}
      </StatePage>
    </Container>
  );
}

/** Signed in, and without a role: there is nothing to show, but a way to ask for one and a way out. */
function NoRolePage() {
  const leave = useSignOut();
  return (
    <Container>
      <StatePage
        icon={IconLock}
        title="You have no role yet"
        order={1}
        actions={
          <>
            <Button leftSection={<IconRefresh size={17} />} onClick={() => location.reload()}>
              Look again
            </Button>
            <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate("here")}>
              Sign out
            </Button>
          </>
        }
      >
        You are signed in, but nobody has given you a role in this console. Ask a director of your agency for one, then look again.
        {leave.isError && ` ${messageOf(leave.error)}`}
      </StatePage>
    </Container>
  );
}
