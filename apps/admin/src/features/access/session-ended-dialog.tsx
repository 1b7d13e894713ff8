import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { sessionApi } from "../../lib/api/session.ts";
import { isSignedOut } from "../../lib/api-error.ts";
import { meQuery } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { sessionEnded, useSessionEnded } from "../../lib/session-state.ts";
import { IconLogin } from "../../ui/icons.ts";

/** The session ended while somebody was at work. Their page is kept as it is: they sign in beside it and go on. */
export function SessionEndedDialog() {
  const isEnded = useSessionEnded();
  const queryClient = useQueryClient();
  // Asked anew whenever somebody comes back to this tab: another may have signed in beside it, and no request is refused for that.
  const { data: now } = useQuery({ ...meQuery, refetchOnWindowFocus: "always" });
  const first = useRef(now?.user.id);
  first.current ??= now?.user.id;
  const isAnother = now !== undefined && now.user.id !== first.current;
  useEffect(() => {
    if (isAnother) sessionEnded.set(true);
  }, [isAnother]);
  const goOn = useMutation({
    mutationFn: () => sessionApi.me(),
    onSuccess: (me) => {
      // Somebody else at the same desk: what the one before saw and typed is not theirs, and leaves memory with the page.
      if (first.current !== undefined && first.current !== me.user.id) return location.assign("/admin/");
      queryClient.setQueryData(meQuery.queryKey, me);
      sessionEnded.set(false);
      void queryClient.invalidateQueries();
    },
  });
  return (
    <Modal opened={isEnded} onClose={() => {}} withCloseButton={false} closeOnClickOutside={false} closeOnEscape={false} title="Your session has ended">
      <Stack>
        <Text>You were signed out, here or elsewhere, or were away for long. What you have typed is still on this page.</Text>
        {goOn.isError && (
          <Alert color="red" role="alert">
            {isSignedOut(goOn.error) ? "You are not signed in yet." : messageOf(goOn.error)}
          </Alert>
        )}
        <Group>
          <Button component="a" href={sessionApi.signInAddress("/admin/events")} target="_blank" leftSection={<IconLogin size={18} />}>
            Sign in in a new tab
          </Button>
          <Button variant="default" loading={goOn.isPending} onClick={() => goOn.mutate()}>
            I am signed in: go on
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
