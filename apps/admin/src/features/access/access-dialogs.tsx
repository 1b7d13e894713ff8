import { Alert, Stack, Text, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AccessUser, accessApi, type GrantRow } from "../../lib/api/access.ts";
import { isProblem } from "../../lib/api-error.ts";
import { dateInWords } from "../../lib/days.ts";
import { useMe } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { roleTitles, scopeTitle } from "../../lib/role-words.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { notice } from "../../ui/notice.ts";
import { emptyDraft, endOf, GrantFields, LastDayField, lastDayOf, wantedFrom } from "./grant-fields.tsx";
import { accessKeys } from "./queries.ts";

/** What was asked for about somebody: which dialog is open. */
export type Asked =
  | { kind: "invite" }
  | { kind: "give"; user: AccessUser }
  | { kind: "expiry"; user: AccessUser; grant: GrantRow }
  | { kind: "end"; user: AccessUser; grant: GrantRow }
  | { kind: "sign-out"; user: AccessUser };

/** Does something about access, and shows the list as it is then: also where somebody else was first. */
function useChange<Input>(run: (input: Input) => Promise<unknown>, said: (input: Input) => string, onClose: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: async (_done, input) => {
      notice.done(said(input));
      onClose();
      await queryClient.invalidateQueries({ queryKey: accessKeys.all });
    },
    onError: (error) => {
      if (isProblem(error)) void queryClient.invalidateQueries({ queryKey: accessKeys.all });
    },
  });
}

const failureOf = (error: unknown): string | undefined => {
  if (!error) return undefined;
  if (isProblem(error, "version_conflict"))
    return "Somebody changed this role while you were looking at it. Close this, look at the list as it stands now, and do it again.";
  return messageOf(error);
};

/** The dialog that is open, each time from what was true when it was opened. */
export function AccessDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  switch (asked.kind) {
    case "invite":
      return <InviteDialog onClose={onClose} />;
    case "give":
      return <GiveDialog user={asked.user} onClose={onClose} />;
    case "expiry":
      return <ExpiryDialog user={asked.user} grant={asked.grant} onClose={onClose} />;
    case "end":
      return <EndDialog user={asked.user} grant={asked.grant} onClose={onClose} />;
    case "sign-out":
      return <SignOutDialog user={asked.user} onClose={onClose} />;
  }
}

function InviteDialog({ onClose }: { onClose: () => void }) {
  const { zone } = useMe().agency;
  const [address, setAddress] = useState("");
  const [draft, setDraft] = useState(emptyDraft);
  const [areFaultsShown, setFaultsShown] = useState(false);
  const invite = useChange(
    (wanted: Parameters<typeof accessApi.invite>[0]) => accessApi.invite(wanted),
    ({ address: told }) => `${told} is invited. Write to them: no mail was sent.`,
    onClose,
  );
  const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address.trim());
  const faultOfAddress = isProblem(invite.error) ? invite.error.errors.find(({ path }) => path === "address")?.message : undefined;
  const submit = () => {
    setFaultsShown(true);
    const wanted = wantedFrom(draft, zone);
    if (isAddress && wanted) invite.mutate({ address: address.trim(), ...wanted });
  };
  return (
    <ConfirmDialog
      isOpen
      title="Invite somebody"
      confirmLabel="Invite"
      isPending={invite.isPending}
      failure={faultOfAddress ? undefined : failureOf(invite.error)}
      onConfirm={submit}
      onClose={onClose}
    >
      <Text size="sm">
        For somebody who has not signed in yet. The role waits 14 days for the first who signs in with this address. Whoever has signed in already is in the
        list: give them a role there.
      </Text>
      <TextInput
        label="E-mail address"
        type="email"
        autoComplete="off"
        value={address}
        onChange={(event) => setAddress(event.currentTarget.value)}
        required
        data-autofocus
        error={areFaultsShown && !isAddress ? "Give the address that they sign in with." : faultOfAddress}
      />
      <GrantFields draft={draft} onChange={setDraft} areFaultsShown={areFaultsShown} />
    </ConfirmDialog>
  );
}

function GiveDialog({ user, onClose }: { user: AccessUser; onClose: () => void }) {
  const { zone } = useMe().agency;
  const [draft, setDraft] = useState(emptyDraft);
  const [areFaultsShown, setFaultsShown] = useState(false);
  const give = useChange(
    (wanted: Parameters<typeof accessApi.give>[1]) => accessApi.give(user.id, wanted),
    ({ role }) => `${user.name} is ${roleTitles[role].toLowerCase()} now.`,
    onClose,
  );
  const submit = () => {
    setFaultsShown(true);
    const wanted = wantedFrom(draft, zone);
    if (wanted) give.mutate(wanted);
  };
  return (
    <ConfirmDialog
      isOpen
      title={`Give ${user.name} a role`}
      confirmLabel="Give the role"
      isPending={give.isPending}
      failure={failureOf(give.error)}
      onConfirm={submit}
      onClose={onClose}
    >
      <GrantFields draft={draft} onChange={setDraft} areFaultsShown={areFaultsShown} />
    </ConfirmDialog>
  );
}

function ExpiryDialog({ user, grant, onClose }: { user: AccessUser; grant: GrantRow; onClose: () => void }) {
  const { agency } = useMe();
  const [lastDay, setLastDay] = useState(grant.expiresAt && !grant.isOver ? lastDayOf(grant.expiresAt, agency.zone) : "");
  const change = useChange(
    (expiresAt: ReturnType<typeof endOf>) =>
      accessApi.changeExpiry(user.id, grant.id, { version: grant.version, ...(expiresAt === undefined ? {} : { expiresAt }) }),
    () => (lastDay === "" ? "The role has no last day now." : `The role holds through ${dateInWords(lastDay as never)}.`),
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title="Change when the role ends"
      confirmLabel="Change"
      isPending={change.isPending}
      failure={failureOf(change.error)}
      onConfirm={() => change.mutate(endOf(lastDay, agency.zone))}
      onClose={onClose}
    >
      <Text>
        {user.name}: {roleTitles[grant.role]}, {scopeTitle(agency, grant.scope)}
      </Text>
      <LastDayField value={lastDay} onChange={setLastDay} isFocused />
    </ConfirmDialog>
  );
}

function EndDialog({ user, grant, onClose }: { user: AccessUser; grant: GrantRow; onClose: () => void }) {
  const me = useMe();
  const end = useChange(
    () => accessApi.end(user.id, grant.id, grant.version),
    () => `${user.name} is no longer ${roleTitles[grant.role].toLowerCase()} there.`,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title="End this role"
      confirmLabel="End the role"
      isDangerous
      isPending={end.isPending}
      failure={failureOf(end.error)}
      onConfirm={() => end.mutate(undefined)}
      onClose={onClose}
    >
      <Text>
        {user.name} is {roleTitles[grant.role].toLowerCase()}, {scopeTitle(me.agency, grant.scope)}. From their next click on they can no longer do what that
        allows. The role can be given again.
      </Text>
      {user.id === me.user.id && (
        <Alert color="yellow" title="This is your own role">
          You cannot give it back to yourself: another director has to.
        </Alert>
      )}
    </ConfirmDialog>
  );
}

function SignOutDialog({ user, onClose }: { user: AccessUser; onClose: () => void }) {
  const signOut = useChange(
    () => accessApi.signOutEverywhere(user.id),
    () => `${user.name} is signed out everywhere.`,
    onClose,
  );
  return (
    <ConfirmDialog
      isOpen
      title={`Sign ${user.name} out everywhere`}
      confirmLabel="Sign out everywhere"
      isDangerous
      isPending={signOut.isPending}
      failure={failureOf(signOut.error)}
      onConfirm={() => signOut.mutate(undefined)}
      onClose={onClose}
    >
      <Stack gap="xs">
        <Text>Every browser in which they are signed in is signed out at once, a lost laptop as well. What they have not saved is lost.</Text>
        <Text>They keep their roles and can sign in again. If they should not, end their roles too.</Text>
      </Stack>
    </ConfirmDialog>
  );
}
