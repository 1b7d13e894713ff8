import { AppShell, Box, Burger, Group, ScrollArea, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { type ReactNode, useEffect, useRef, useState } from "react";
import classes from "./frame.module.css";
import { Mark } from "./mark.tsx";

interface Props {
  agency: string;
  office: string;
  navigation: ReactNode;
  /** At the foot of the navigation. */
  foot?: ReactNode;
  /** Colour scheme, and who is signed in. */
  tools: ReactNode;
  /** Above everything, such as: there is no network. */
  banner?: ReactNode;
  /** Where one is: a change closes the navigation on small screens and is announced. */
  place: string;
  children: ReactNode;
}

/** The frame that every screen of the console stands in. */
export function Frame({ agency, office, navigation, foot, tools, banner, place, children }: Props) {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes whenever one has gone somewhere
  useEffect(close, [place]);
  return (
    <>
      <UnstyledButton className={classes.skip} component="a" href="#main" onClick={() => main.current?.focus()}>
        Skip to content
      </UnstyledButton>
      <AppShell header={{ height: 60 }} navbar={{ width: 244, breakpoint: "sm", collapsed: { mobile: !isOpen } }} padding={{ base: "md", sm: "xl" }}>
        <AppShell.Header className={classes.header}>
          <Group h="100%" px={{ base: "sm", sm: "md" }} justify="space-between" wrap="nowrap" gap="sm">
            <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
              <Burger
                opened={isOpen}
                onClick={toggle}
                hiddenFrom="sm"
                size="sm"
                aria-label={isOpen ? "Close the navigation" : "Open the navigation"}
                aria-expanded={isOpen}
              />
              <Mark />
              <Box style={{ minWidth: 0 }}>
                {/* On a phone in two lines, rather than cut: there it says by itself whose console this is. */}
                <Text fw={650} size="sm" lineClamp={2} lh={1.3}>
                  {office}
                </Text>
                <Text size="xs" c="dimmed" truncate lh={1.3} visibleFrom="xs">
                  {agency}
                </Text>
              </Box>
            </Group>
            <Group gap={4} wrap="nowrap">
              {tools}
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="sm" className={classes.navbar} aria-label="Console">
          <AppShell.Section grow component={ScrollArea} type="auto">
            {navigation}
          </AppShell.Section>
          {foot && <AppShell.Section className={classes.foot}>{foot}</AppShell.Section>}
        </AppShell.Navbar>
        <AppShell.Main id="main" ref={main} tabIndex={-1} className={classes.main}>
          {banner}
          <Box maw={1240} mx="auto">
            {children}
          </Box>
        </AppShell.Main>
      </AppShell>
      <Announcer place={place} />
    </>
  );
}

/** Tells a screen reader the title of the page that one has gone to: nothing else would, as no page loads. */
function Announcer({ place }: { place: string }) {
  const [title, setTitle] = useState("");
  const first = useRef(place);
  useEffect(() => {
    if (first.current === place) return;
    first.current = "";
    const told = setTimeout(() => setTitle(document.title), 300);
    return () => clearTimeout(told);
  }, [place]);
  return (
    <div className={classes.announcer} aria-live="polite" role="status">
      {title}
    </div>
  );
}
