import { NavLink, type NavLinkProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

/** A line of the navigation, as one of the router's links. */
export const NavigationLink = createLink((props: NavLinkProps & Omit<ComponentPropsWithRef<"a">, keyof NavLinkProps>) => <NavLink component="a" {...props} />);
