import type { DatedTable, ReferenceRow } from "./dated-table.ts";
import { type SharedKey, sourcedTable } from "./sourced.ts";

/** A grouping of clusters, as a stable word. */
export type ClusterGroupingId =
  | "building-and-moving"
  | "caring-for-communities"
  | "connecting-and-supporting-success"
  | "creating-and-experiencing"
  | "cultivating-resources"
  | "investing-in-the-future";

/** One of the six headings that the fourteen clusters stand under. */
export interface ClusterGrouping extends ReferenceRow<ClusterGroupingId> {
  /** Whether its clusters reach into all others. Pages that count five groupings leave this one out. */
  isCrossCutting: boolean;
}

/** A cluster, as a stable word. */
export type ClusterId =
  | "advanced-manufacturing"
  | "agriculture"
  | "arts-entertainment-and-design"
  | "construction"
  | "digital-technology"
  | "education"
  | "energy-and-natural-resources"
  | "financial-services"
  | "healthcare-and-human-services"
  | "hospitality-events-and-tourism"
  | "management-and-entrepreneurship"
  | "marketing-and-sales"
  | "public-service-and-safety"
  | "supply-chain-and-transportation";

/** A career cluster of the national framework. */
export interface Cluster extends ReferenceRow<ClusterId> {
  groupingId: ClusterGroupingId;
}

/** The national framework's groupings of clusters. */
export const clusterGroupings: DatedTable<ClusterGrouping> = sourcedTable<ClusterGrouping, SharedKey | "isCrossCutting">(
  {
    aliases: [],
    authority: "industry_standard",
    citation: "National Career Clusters Framework, Advance CTE: its groupings, as others carry them over",
    url: "https://careertech.org/career-clusters",
    retrievedOn: "2026-11-01",
    // The groupings were read where others carry the framework over, and not in the framework itself.
    confidence: "secondary",
    // The month is known and not the day.
    from: "2024-10-01",
    isCrossCutting: false,
  },
  [
    { id: "building-and-moving", label: "Building & Moving" },
    { id: "caring-for-communities", label: "Caring for Communities" },
    { id: "creating-and-experiencing", label: "Creating & Experiencing" },
    { id: "cultivating-resources", label: "Cultivating Resources" },
    { id: "investing-in-the-future", label: "Investing in the Future" },
    { id: "connecting-and-supporting-success", label: "Connecting & Supporting Success", isCrossCutting: true },
  ],
);

/** The fourteen clusters of the national framework of October 2024. An agency that keeps the sixteen before them brings its own table. */
export const clusters: DatedTable<Cluster> = sourcedTable<Cluster>(
  {
    aliases: [],
    authority: "industry_standard",
    citation: "National Career Clusters Framework, Advance CTE",
    url: "https://careertech.org/career-clusters",
    retrievedOn: "2026-11-01",
    confidence: "verified",
    from: "2024-10-01",
  },
  [
    { id: "advanced-manufacturing", label: "Advanced Manufacturing", groupingId: "building-and-moving" },
    { id: "agriculture", label: "Agriculture", groupingId: "cultivating-resources" },
    { id: "arts-entertainment-and-design", label: "Arts, Entertainment, & Design", groupingId: "creating-and-experiencing" },
    { id: "construction", label: "Construction", groupingId: "building-and-moving" },
    { id: "digital-technology", label: "Digital Technology", groupingId: "connecting-and-supporting-success" },
    { id: "education", label: "Education", groupingId: "caring-for-communities" },
    { id: "energy-and-natural-resources", label: "Energy & Natural Resources", groupingId: "cultivating-resources" },
    { id: "financial-services", label: "Financial Services", groupingId: "investing-in-the-future" },
    { id: "healthcare-and-human-services", label: "Healthcare & Human Services", groupingId: "caring-for-communities" },
    { id: "hospitality-events-and-tourism", label: "Hospitality, Events, & Tourism", groupingId: "creating-and-experiencing" },
    { id: "management-and-entrepreneurship", label: "Management & Entrepreneurship", groupingId: "connecting-and-supporting-success" },
    { id: "marketing-and-sales", label: "Marketing & Sales", groupingId: "connecting-and-supporting-success" },
    { id: "public-service-and-safety", label: "Public Service & Safety", groupingId: "caring-for-communities" },
    { id: "supply-chain-and-transportation", label: "Supply Chain & Transportation", groupingId: "building-and-moving" },
  ],
);
