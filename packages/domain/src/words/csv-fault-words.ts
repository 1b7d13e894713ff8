import type { CsvFault } from "../interchange/csv.ts";
import type { Sentence } from "../rule/explain.ts";

/** What each fault of a CSV file says: where it is, and what to do. */
export const csvFaultWords = {
  csv_cell_unreadable: {
    en: "Row {record} below the heading has something in {columnId} that cannot be read there. Write a number, or true or false.",
    es: "La fila {record} debajo del encabezado tiene en {columnId} algo que no se puede leer. Escriba un número, o true o false.",
  },
  csv_column_twice: { en: "The column {columnId} is there twice. Take one away.", es: "La columna {columnId} está dos veces. Quite una." },
  csv_columns_missing: {
    en: "Columns are missing: {columnIds}. Write their names in the first row.",
    es: "Faltan columnas: {columnIds}. Escriba sus nombres en la primera fila.",
  },
  csv_quote_misplaced: {
    en: "There is a quotation mark in line {line} that opens or closes nothing. Save the table as CSV again.",
    es: "En la línea {line} hay unas comillas que no abren ni cierran nada. Guarde la tabla de nuevo como CSV.",
  },
  csv_record_ragged: {
    en: "Row {record} below the heading has {cells} cells where there are {columns} columns. Save the table as CSV again.",
    es: "La fila {record} debajo del encabezado tiene {cells} celdas donde hay {columns} columnas. Guarde la tabla de nuevo como CSV.",
  },
} as const satisfies Record<CsvFault["code"], Sentence>;
