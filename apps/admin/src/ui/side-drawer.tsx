import { Drawer, type DrawerProps } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./side-drawer.module.css";

interface Props {
  title: string;
  isOpen: boolean;
  size?: NonNullable<DrawerProps["size"]>;
  onClose: () => void;
  children: ReactNode;
}

/** What is looked at beside a page, which stays as it is. */
export const SideDrawer = ({ title, isOpen, size = "md", onClose, children }: Props) => (
  <Drawer
    opened={isOpen}
    onClose={onClose}
    position="right"
    size={size}
    title={title}
    closeButtonProps={{ "aria-label": "Close" }}
    // The page has its own header.
    attributes={{ header: { role: "presentation" } }}
    classNames={{ title: classes.title ?? "" }}
  >
    {children}
  </Drawer>
);
