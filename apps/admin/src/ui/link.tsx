import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink, type LinkComponent } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

const PlainAnchor = (props: AnchorProps & Omit<ComponentPropsWithRef<"a">, keyof AnchorProps>) => <Anchor {...props} />;
const PlainButton = (props: ButtonProps & Omit<ComponentPropsWithRef<"a">, keyof ButtonProps>) => <Button component="a" {...props} />;
const RoutedAnchor = createLink(PlainAnchor);
const RoutedButton = createLink(PlainButton);

// A link to a page above the one that is open does not lead to the page that is open.
const exact = { activeOptions: { exact: true } };

// The kit's looks on the router's links: addresses are checked by the compiler, and hover loads what is behind them.
export const AnchorLink: LinkComponent<typeof PlainAnchor> = (props) => <RoutedAnchor {...exact} {...props} />;
export const ButtonLink: LinkComponent<typeof PlainButton> = (props) => <RoutedButton {...exact} {...props} />;
