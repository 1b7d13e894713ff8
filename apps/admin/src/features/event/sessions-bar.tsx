import { Button, Menu, NumberInput, Select, SimpleGrid, Text } from "@mantine/core";
import { useState } from "react";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { IconArmchair, IconArrowsMoveVertical, IconCalendarRepeat, IconChevronDown, IconCopy, IconSortAscending, IconTrash } from "../../ui/icons.ts";
import { newRowKey, type SessionFormValues } from "./event-form-values.ts";
import { focusSoon } from "./form-context.ts";
import { RepeatSessionsDialog } from "./repeat-sessions-dialog.tsx";
import { copyOf, inOrderOfTime, type MoveUnit, moved } from "./session-moves.ts";
import classes from "./sessions-table.module.css";
import { mostSessions, type SessionsTableState } from "./use-sessions-table.ts";

const quickMoves: readonly { label: string; amount: number; unit: MoveUnit }[] = [
  { label: "A day later", amount: 1, unit: "days" },
  { label: "A day earlier", amount: -1, unit: "days" },
  { label: "A week later", amount: 1, unit: "weeks" },
  { label: "A week earlier", amount: -1, unit: "weeks" },
];
const of = (count: number) => (count === 1 ? "1 session" : `${count} sessions`);

/** What can be done with many sessions at once: those that are chosen, or all of them. */
export function SessionsBar({ table }: { table: SessionsTableState }) {
  const [dialog, setDialog] = useState<"move" | "repeat" | "seats" | undefined>(undefined);
  const { chosen, rowKeys, meant, take, sessions } = table;
  const close = () => setDialog(undefined);

  const move = (amount: number, unit: MoveUnit) => {
    const keys = new Set(meant().map(({ key }) => key));
    const words = `${Math.abs(amount)} ${Math.abs(amount) === 1 ? unit.slice(0, -1) : unit} ${amount < 0 ? "earlier" : "later"}`;
    take(
      sessions().map((session) => (keys.has(session.key) ? moved(session, amount, unit) : session)),
      `Moved ${of(keys.size)} ${words}.`,
    );
  };
  const copy = () => {
    const copies = meant().slice(0, mostSessions - rowKeys.length);
    take([...sessions(), ...copies.map((session) => copyOf(session, newRowKey))], `Copied ${of(copies.length)}.`);
  };
  const setSeats = (seats: Partial<Pick<SessionFormValues, "capacity" | "partySizeLimit" | "waitlistLimit">>) => {
    const keys = new Set(meant().map(({ key }) => key));
    take(
      sessions().map((session) => (keys.has(session.key) ? { ...session, ...seats } : session)),
      `Set the seats of ${of(keys.size)}.`,
    );
    close();
  };
  const remove = () => {
    const gone = new Set(
      meant()
        .filter(table.mayRemove)
        .map(({ key }) => key),
    );
    const kept = chosen.size - gone.size;
    take(
      sessions().filter(({ key }) => !gone.has(key)),
      `Removed ${of(gone.size)}.${kept > 0 ? ` ${of(kept)} stayed: people have signed up, or it was cancelled.` : ""}`,
    );
    focusSoon("add-session");
  };
  return (
    <div className={classes.bar}>
      <Text component="span" className={classes.count ?? ""}>
        {chosen.size > 0 ? `${chosen.size} of ${rowKeys.length} chosen` : rowKeys.length === 1 ? "1 session" : `All ${rowKeys.length} sessions`}
      </Text>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            size="compact-sm"
            h={32}
            leftSection={<IconArrowsMoveVertical size={16} stroke={1.7} />}
            rightSection={<IconChevronDown size={14} />}
          >
            Move
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {quickMoves.map(({ label, amount, unit }) => (
            <Menu.Item key={label} onClick={() => move(amount, unit)}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setDialog("move")}>By another time</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Tool icon={IconCalendarRepeat} label="Repeat" isDisabled={rowKeys.length >= mostSessions} onClick={() => setDialog("repeat")} />
      <Tool icon={IconCopy} label="Copy" isDisabled={rowKeys.length >= mostSessions} onClick={copy} />
      <Tool icon={IconArmchair} label="Set seats" onClick={() => setDialog("seats")} />
      <Tool
        icon={IconSortAscending}
        label="Sort"
        isDisabled={rowKeys.length < 2}
        onClick={() => take(inOrderOfTime(sessions()), "Put in the order of time.")}
      />
      {chosen.size > 0 && <Tool icon={IconTrash} label="Remove" onClick={remove} />}
      {dialog === "move" && <MoveDialog count={meant().length} onMove={move} onClose={close} />}
      {dialog === "repeat" && <RepeatSessionsDialog table={table} onClose={close} />}
      {dialog === "seats" && <SeatsDialog count={meant().length} onSet={setSeats} onClose={close} />}
    </div>
  );
}

function Tool({ icon: Icon, label, isDisabled = false, onClick }: { icon: typeof IconCopy; label: string; isDisabled?: boolean; onClick: () => void }) {
  return (
    <Button variant="default" size="compact-sm" h={32} leftSection={<Icon size={16} stroke={1.7} />} disabled={isDisabled} onClick={onClick}>
      {label}
    </Button>
  );
}

const whole = { allowDecimal: false, allowNegative: false, hideControls: true, inputMode: "numeric" } as const;

const mostSteps = 10_000;

function MoveDialog({ count, onMove, onClose }: { count: number; onMove: (amount: number, unit: MoveUnit) => void; onClose: () => void }) {
  const [amount, setAmount] = useState<number | string>(30);
  const [unit, setUnit] = useState<MoveUnit>("minutes");
  const [way, setWay] = useState("later");
  const [isTried, setTried] = useState(false);
  const isWrong = !(Number(amount) >= 1 && Number(amount) <= mostSteps);
  const confirm = () => {
    setTried(true);
    if (isWrong) return;
    onMove(way === "earlier" ? -Number(amount) : Number(amount), unit);
    onClose();
  };
  return (
    <ConfirmDialog isOpen title={`Move ${of(count)}`} confirmLabel="Move" cancelLabel="Cancel" onConfirm={confirm} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NumberInput
          {...whole}
          label="By"
          min={1}
          max={mostSteps}
          value={amount}
          onChange={setAmount}
          error={isTried && isWrong && `Type a number from 1 to ${mostSteps.toLocaleString("en-US")}.`}
          data-autofocus
        />
        <Select
          label="Unit"
          allowDeselect={false}
          data={["minutes", "days", "weeks"]}
          value={unit}
          onChange={(next) => setUnit((next ?? "minutes") as MoveUnit)}
        />
        <Select label="Way" allowDeselect={false} data={["later", "earlier"]} value={way} onChange={(next) => setWay(next ?? "later")} />
      </SimpleGrid>
    </ConfirmDialog>
  );
}

type Seats = Partial<Pick<SessionFormValues, "capacity" | "partySizeLimit" | "waitlistLimit">>;

function SeatsDialog({ count, onSet, onClose }: { count: number; onSet: (seats: Seats) => void; onClose: () => void }) {
  const [typed, setTyped] = useState<Record<keyof Seats, number | string>>({ capacity: "", partySizeLimit: "", waitlistLimit: "" });
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== "")) as Seats;
  const field = (name: keyof Seats) => ({ ...whole, value: typed[name], onChange: (value: number | string) => setTyped({ ...typed, [name]: value }) });
  return (
    <ConfirmDialog
      isOpen
      title={`Seats of ${of(count)}`}
      confirmLabel="Set"
      cancelLabel="Cancel"
      onConfirm={() => Object.keys(given).length > 0 && onSet(given)}
      onClose={onClose}
    >
      <Text size="sm" c="dimmed">
        What is left empty stays as it is.
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NumberInput {...field("capacity")} label="Seats" data-autofocus />
        <NumberInput {...field("partySizeLimit")} label="Largest party" />
        <NumberInput {...field("waitlistLimit")} label="Waiting list" />
      </SimpleGrid>
    </ConfirmDialog>
  );
}
