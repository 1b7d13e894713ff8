import type { Words } from "../rule/explain.ts";

/** What the career clusters of the national framework are called, wherever a reason tells one. */
export const clusterWords = {
  "value:advanced-manufacturing": { en: "Advanced Manufacturing", es: "Manufactura avanzada" },
  "value:agriculture": { en: "Agriculture", es: "Agricultura" },
  "value:arts-entertainment-and-design": { en: "Arts, Entertainment, & Design", es: "Artes, entretenimiento y diseño" },
  "value:construction": { en: "Construction", es: "Construcción" },
  "value:digital-technology": { en: "Digital Technology", es: "Tecnología digital" },
  "value:education": { en: "Education", es: "Educación" },
  "value:energy-and-natural-resources": { en: "Energy & Natural Resources", es: "Energía y recursos naturales" },
  "value:financial-services": { en: "Financial Services", es: "Servicios financieros" },
  "value:healthcare-and-human-services": { en: "Healthcare & Human Services", es: "Salud y servicios humanos" },
  "value:hospitality-events-and-tourism": { en: "Hospitality, Events, & Tourism", es: "Hotelería, eventos y turismo" },
  "value:management-and-entrepreneurship": { en: "Management & Entrepreneurship", es: "Administración y emprendimiento" },
  "value:marketing-and-sales": { en: "Marketing & Sales", es: "Mercadeo y ventas" },
  "value:public-service-and-safety": { en: "Public Service & Safety", es: "Servicio público y seguridad" },
  "value:supply-chain-and-transportation": { en: "Supply Chain & Transportation", es: "Cadena de suministro y transporte" },
} as const satisfies Words;
