import type { ClusterId } from "../../reference/cluster.ts";
import type { ReferenceRow } from "../../reference/dated-table.ts";
import { longStanding } from "../../reference/long-standing.ts";
import { sourcedTable } from "../../reference/sourced.ts";
import type { CommissionId } from "../../shared/id.ts";
import { laterListFrom } from "./commissions.ts";
import { ours } from "./sources.ts";

/** A commission's sector beside a cluster of the national framework. Nobody but this package says so. */
export interface SectorCluster extends ReferenceRow {
  commissionId: CommissionId;
  clusterId: ClusterId;
  rank: "primary" | "secondary";
}

/** Where to look for a sector's firms in the industry classification: a hint for a search, and no definition of the sector. */
export interface SectorIndustry extends ReferenceRow {
  commissionId: CommissionId;
  /** Two digits of NAICS, or a span of them: `48-49`. */
  naics: string;
}

const commission = (word: string) => `cms_${word}` as CommissionId;
/** The framework's first month. */
const clustersFrom = "2024-10-01";

const cluster = (word: string, clusterId: ClusterId, rank: SectorCluster["rank"]) => ({
  id: `${word}:${clusterId}`,
  label: `${word}, ${rank}: ${clusterId}`,
  commissionId: commission(word),
  clusterId,
  rank,
});

/** Sectors beside clusters: how this package would file a commission's programs. Editorial throughout. */
export const sectorClusters = sourcedTable<SectorCluster>({ aliases: [], from: clustersFrom, ...ours }, [
  cluster("automotive-and-transportation", "supply-chain-and-transportation", "primary"),
  cluster("automotive-and-transportation", "advanced-manufacturing", "secondary"),
  cluster("business-and-finance", "financial-services", "primary"),
  cluster("business-and-finance", "management-and-entrepreneurship", "secondary"),
  cluster("business-and-finance", "marketing-and-sales", "secondary"),
  cluster("construction-and-sustainability", "construction", "primary"),
  cluster("construction-and-sustainability", "energy-and-natural-resources", "secondary"),
  cluster("culinary-hospitality-and-tourism", "hospitality-events-and-tourism", "primary"),
  cluster("engineering-architecture-and-robotics", "advanced-manufacturing", "primary"),
  cluster("engineering-architecture-and-robotics", "construction", "secondary"),
  cluster("engineering-architecture-and-robotics", "digital-technology", "secondary"),
  cluster("healthcare", "healthcare-and-human-services", "primary"),
  cluster("information-technology", "digital-technology", "primary"),
  cluster("media-technology-and-design", "arts-entertainment-and-design", "primary"),
  cluster("media-technology-and-design", "digital-technology", "secondary"),
  cluster("media-technology-and-design", "marketing-and-sales", "secondary"),
]);

const industry = (word: string, naics: string, from = longStanding) => ({
  id: `${word}:${naics}`,
  label: `${word}: NAICS ${naics}`,
  commissionId: commission(word),
  naics,
  from,
});

/** Sectors beside the industry classification. From general knowledge, and checked by nobody. */
export const sectorIndustries = sourcedTable<SectorIndustry>({ aliases: [], from: longStanding, ...ours }, [
  industry("automotive-and-transportation", "48-49"),
  industry("automotive-and-transportation", "81"),
  industry("business-and-finance", "52"),
  industry("business-and-finance", "54"),
  industry("business-and-finance", "55"),
  industry("construction-and-sustainability", "22"),
  industry("construction-and-sustainability", "23"),
  industry("culinary-hospitality-and-tourism", "72"),
  industry("engineering-architecture-and-robotics", "31-33"),
  industry("engineering-architecture-and-robotics", "54"),
  industry("healthcare", "62", laterListFrom),
  industry("information-technology", "51"),
  industry("information-technology", "54"),
  industry("media-technology-and-design", "51"),
  industry("media-technology-and-design", "71"),
]);
