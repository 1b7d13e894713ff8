import { Anchor, Box, Button, Center, Paper, Stack, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { getRouteApi } from "@tanstack/react-router";
import { sessionApi } from "../../lib/api/session.ts";
import { IconLogin } from "../../ui/icons.ts";
import { Mark } from "../../ui/mark.tsx";

const route = getRouteApi("/sign-in");

/** Only a path of the console itself: an address elsewhere would make the sign-in a springboard for fraud. */
const within = (returnTo: string | undefined): string => {
  if (returnTo === undefined || !/^\/(?![/\\])/.test(returnTo)) return "/admin/events";
  return returnTo.startsWith("/admin") ? returnTo : `/admin${returnTo}`;
};

/** Nobody is signed in. */
export function SignInPage() {
  useDocumentTitle("Sign in · CTE Partnerships");
  const { returnTo, reason } = route.useSearch();
  return (
    <Center mih="100dvh" p="md" bg="var(--console-ground)">
      <Paper component="main" withBorder radius="lg" p={{ base: "xl", sm: 40 }} w="100%" maw={430} shadow="sm">
        <Stack gap="lg">
          <Mark size={52} />
          <Box>
            <Title order={1} fz={24} mb={6}>
              {reason === "signed_out" ? "You are signed out" : "Sign in to the console"}
            </Title>
            <Text c="dimmed">
              {reason === "signed_out"
                ? "Nothing of the console is left open in this browser. Sign in whenever you want to go on."
                : "Events, sign-ups and rosters of the industry-partnerships office. Use your agency account."}
            </Text>
          </Box>
          <Button component="a" href={sessionApi.signInAddress(within(returnTo))} size="md" leftSection={<IconLogin size={19} />}>
            Sign in
          </Button>
          <Text size="sm" c="dimmed">
            Here to sign up for an event?{" "}
            <Anchor href="/" size="sm" underline="always">
              See the public events
            </Anchor>
            , no account needed.
          </Text>
        </Stack>
      </Paper>
    </Center>
  );
}
