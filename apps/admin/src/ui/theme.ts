import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import classes from "./theme.module.css";

/** The office's blue, light to dark. */
const harbor: MantineColorsTuple = ["#eef3fd", "#dbe5fa", "#b6c9f4", "#8fabee", "#6d91e9", "#557fe4", "#4673dc", "#3563cf", "#2b58ba", "#1c469e"];

/** Darkness with a little blue in it, from text to ground, so that fields, panels and page are of one kind. */
const dark: MantineColorsTuple = ["#dfe3ea", "#b8bfca", "#98a0ad", "#6f7785", "#3a404c", "#2b303a", "#20242c", "#171a20", "#121419", "#0d0f13"];

export const theme = createTheme({
  colors: { harbor, dark },
  primaryColor: "harbor",
  // The shades that Mantine would choose leave white text at 3.5:1.
  primaryShade: { light: 8, dark: 7 },
  autoContrast: true,
  fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif', fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  // By name and not by `X.extend`: importing every component here would put them all before the first paint.
  components: {
    Input: { classNames: { wrapper: classes.inputWrapper ?? "", input: classes.input ?? "" } },
    Checkbox: { classNames: { input: classes.checkbox ?? "" } },
    Radio: { classNames: { radio: classes.checkbox ?? "" } },
    Switch: { classNames: { track: classes.switchTrack ?? "" } },
    ActionIcon: { defaultProps: { variant: "subtle", size: "lg" }, classNames: { root: classes.actionIcon ?? "" } },
    Button: { classNames: { root: classes.button ?? "" } },
    Badge: { defaultProps: { variant: "default", radius: "sm" }, classNames: { root: classes.badge ?? "", label: classes.badgeLabel ?? "" } },
    NavLink: { classNames: { root: classes.navLink ?? "" } },
    // What opens stays where it was opened from: within the page's landmarks, and next in the order of tabbing.
    // Its options are made when it is opened: kept in the page, those of every select would be drawn with each screen.
    Combobox: { defaultProps: { withinPortal: false, keepMounted: false } },
    Menu: { defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } },
    Popover: { defaultProps: { withinPortal: false } },
    // A dialog's head is no second banner of the page, though it is a <header>.
    Modal: {
      classNames: { title: classes.modalTitle ?? "" },
      defaultProps: {
        attributes: { header: { role: "presentation" } },
        centered: true,
        closeButtonProps: { "aria-label": "Close" },
        overlayProps: { backgroundOpacity: 0.45, blur: 2 },
      },
    },
    Table: { defaultProps: { verticalSpacing: "sm", horizontalSpacing: "md" } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true, events: { hover: true, focus: true, touch: false } } },
  },
});

/** Text that Mantine sets too pale for WCAG AA, and the surfaces of the frame. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-dimmed": "#555c66",
    "--mantine-color-placeholder": "#5f6672",
    "--mantine-color-error": "#b3261e",
    "--mantine-color-yellow-light-color": "#6b4500",
    "--mantine-color-yellow-light": "#fff6e5",
    "--mantine-color-red-light": "#fdf0ef",
    "--mantine-color-red-light-color": "#a3211a",
    "--console-ground": "#f5f6f9",
    "--console-line": "#e2e5ea",
    "--console-control-line": "#8a919c",
    "--console-ink": "#14181f",
    "--console-amber": "#8a4b00",
    "--console-amber-ground": "#fff6e5",
    "--console-amber-line": "#e8b860",
    "--console-dot-draft": "#7a828e",
    "--console-dot-open": "#1e8a4c",
    "--console-dot-closed": "#b26b00",
    "--console-dot-done": "#4673dc",
    "--console-dot-cancelled": "#c0362c",
  },
  dark: {
    "--mantine-color-body": "#171a20",
    "--mantine-color-text": "#dfe3ea",
    "--mantine-color-dimmed": "#a5adba",
    "--mantine-color-placeholder": "#98a0ad",
    "--mantine-color-error": "#ff9a90",
    "--mantine-color-yellow-light": "#2a2114",
    "--mantine-color-yellow-light-color": "#ffc46b",
    "--mantine-color-red-light": "#331c1e",
    "--mantine-color-red-light-color": "#ffb3ac",
    "--mantine-color-harbor-light": "#1d2a47",
    "--mantine-color-harbor-light-hover": "#233457",
    "--mantine-color-harbor-light-color": "#b6c9f4",
    "--mantine-color-red-filled": "#c92a2a",
    "--mantine-color-red-filled-hover": "#b02525",
    "--mantine-color-default": "#20242c",
    "--mantine-color-default-hover": "#282d37",
    "--mantine-color-default-border": "#3a404c",
    "--console-ground": "#101216",
    "--console-line": "#2b303a",
    "--console-control-line": "#6f7785",
    "--console-ink": "#f1f3f7",
    "--console-amber": "#ffc46b",
    "--console-amber-ground": "#2a2114",
    "--console-amber-line": "#7a5a22",
    "--console-dot-draft": "#8b93a1",
    "--console-dot-open": "#4cc583",
    "--console-dot-closed": "#f0a63c",
    "--console-dot-done": "#7ba0f2",
    "--console-dot-cancelled": "#f4776c",
  },
});
