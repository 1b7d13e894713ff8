import { Avatar, Menu, Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import type { Me } from "../../lib/api/session.ts";
import { rolesOf } from "../../lib/me.ts";
import { messageOf } from "../../lib/messages.ts";
import { IconChevronDown, IconDoor, IconLogout } from "../../ui/icons.ts";
import { notice } from "../../ui/notice.ts";
import { useSignOut } from "./use-sign-out.ts";
import classes from "./user-menu.module.css";

/** Who is signed in, in which role, and the ways out. */
export function UserMenu({ me }: { me: Me }) {
  const roles = rolesOf(me);
  const signOut = useSignOut();
  const leave = (from: "here" | "everywhere") => signOut.mutate(from, { onError: (error) => notice.failed("You are still signed in", messageOf(error)) });
  const role = roles[0]?.role ?? "No role";
  return (
    <Menu position="bottom-end" width={290}>
      <Menu.Target>
        <UnstyledButton className={classes.who}>
          <Avatar name={me.user.name} size={32} radius="xl" color="harbor" aria-hidden />
          <span className={classes.words}>
            <VisuallyHidden>Account of</VisuallyHidden>
            <Text component="span" size="sm" fw={600} lh={1.25} truncate>
              {me.user.name}
            </Text>
            <Text component="span" size="xs" c="dimmed" lh={1.25} truncate>
              {role}
            </Text>
          </span>
          <IconChevronDown size={15} className={classes.chevron} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.self} role="presentation">
          <Text fw={600} truncate>
            {me.user.name}
          </Text>
          {roles.map(({ role, scope }) => (
            <Text size="sm" c="dimmed" key={`${role} ${scope}`}>
              {role}, {scope}
            </Text>
          ))}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={17} stroke={1.7} />} disabled={signOut.isPending} onClick={() => leave("here")}>
          Sign out
        </Menu.Item>
        <Menu.Item leftSection={<IconDoor size={17} stroke={1.7} />} disabled={signOut.isPending} onClick={() => leave("everywhere")}>
          Sign out everywhere
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
