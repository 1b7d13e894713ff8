import type { Words } from "../rule/explain.ts";

/** What matching says: of a request and an offer whether they fit, of a score what it is made of, and why a request got nothing. */
export const matchingWords = {
  match_activity: {
    met: { en: "Both are for the same activity.", es: "Ambas son para la misma actividad." },
    unmet: { en: "Offered: {offered}; asked for: {asked}.", es: "Se ofrece: {offered}; se pide: {asked}." },
  },
  match_days: {
    met: { en: "There are days that suit both.", es: "Hay días que convienen a ambas partes." },
    unmet: { en: "No day suits both.", es: "Ningún día conviene a ambas partes." },
  },
  match_place: {
    met: { en: "It takes place {offered}, which would do.", es: "Se realiza {offered}, lo cual sirve." },
    unmet: { en: "It takes place {offered}; what would do is: {asked}.", es: "Se realiza {offered}; lo que serviría es: {asked}." },
  },
  match_online: {
    met: { en: "It is online, so nobody has to travel.", es: "Es en línea, por lo que nadie tiene que desplazarse." },
    unmet: { en: "It is in person.", es: "Es presencial." },
  },
  match_boroughs: {
    met: { en: "The boroughs suit both.", es: "Los distritos convienen a ambas partes." },
    unmet: { en: "No borough suits both: {offered} and {asked}.", es: "Ningún distrito conviene a ambas partes: {offered} y {asked}." },
  },
  match_distance: {
    met: { en: "They are {kilometres} km apart, of at most {most}.", es: "Están a {kilometres} km, de un máximo de {most}." },
    unmet: { en: "They are {kilometres} km apart, which is more than {most}.", es: "Están a {kilometres} km, más de {most}." },
  },
  match_group_size: {
    met: { en: "The offer takes {students} students.", es: "La oferta admite {students} estudiantes." },
    unmet: { en: "{students} students do not fit: the offer is for {min} to {max}.", es: "{students} estudiantes no caben: la oferta es para {min} a {max}." },
  },
  match_grades: {
    met: { en: "The offer is for these grades.", es: "La oferta es para estos grados." },
    unmet: {
      en: "The offer is for grades {offered}, the students are in {asked}.",
      es: "La oferta es para los grados {offered}; los estudiantes están en {asked}.",
    },
  },
  match_no_clearance_needed: {
    met: { en: "No clearance is needed.", es: "No hace falta autorización." },
    unmet: { en: "A clearance is needed.", es: "Hace falta una autorización." },
  },
  match_cleared: {
    met: { en: "Those who meet students are cleared.", es: "Quienes tratan con estudiantes están autorizados." },
    unmet: { en: "Those who meet students are not cleared.", es: "Quienes tratan con estudiantes no están autorizados." },
  },
  match_sector: {
    met: { en: "The sectors fit.", es: "Los sectores coinciden." },
    unmet: { en: "No sector fits: {offered} and {asked}.", es: "Ningún sector coincide: {offered} y {asked}." },
  },
  match_cluster: {
    met: { en: "The career clusters fit.", es: "Los grupos de carreras coinciden." },
    unmet: { en: "No career cluster fits: {offered} and {asked}.", es: "Ningún grupo de carreras coincide: {offered} y {asked}." },
  },

  match_points_sectors: { en: "Sectors in common: {shared} of {asked}.", es: "Sectores en común: {shared} de {asked}." },
  match_points_clusters: { en: "Career clusters in common: {shared} of {asked}.", es: "Grupos de carreras en común: {shared} de {asked}." },
  match_points_days: { en: "Days in common: {days}, counted up to {most}.", es: "Días en común: {days}, contados hasta {most}." },
  match_points_filling: { en: "{students} of {most} places are used.", es: "Se usan {students} de {most} lugares." },
  match_points_near: {
    met: { en: "In the same borough.", es: "En el mismo distrito." },
    unmet: { en: "Not named for the same borough.", es: "No se indicó el mismo distrito." },
  },
  match_points_waiting: { en: "The school has waited {days} days, counted up to {most}.", es: "La escuela ha esperado {days} días, contados hasta {most}." },
  match_points_fewer: { en: "The school had {have} offers this year.", es: "La escuela tuvo {have} ofertas este año." },

  match_all_taken: {
    en: "Offers that fit: {fitting}, and all went to requests with as good a score or a better one.",
    es: "Ofertas que convienen: {fitting}; todas fueron para solicitudes con una puntuación igual o mejor.",
  },
  match_nothing_fits: { en: "No offer fits.", es: "Ninguna oferta conviene." },
  match_cannot_tell: {
    en: "Of {untold} offers it cannot be told whether they fit. Fill in what is missing.",
    es: "De {untold} ofertas no se puede saber si convienen. Complete lo que falta.",
  },

  "value:matching.offered.school": { en: "at the school", es: "en la escuela" },
  "value:matching.offered.workplace": { en: "at the workplace", es: "en el lugar de trabajo" },
  "value:matching.offered.online": { en: "online", es: "en línea" },
  "value:matching.asked.school": { en: "at the school", es: "en la escuela" },
  "value:matching.asked.workplace": { en: "at the workplace", es: "en el lugar de trabajo" },
  "value:matching.asked.online": { en: "online", es: "en línea" },

  "subject:matching": { en: "Does this request fit this offer?", es: "¿Se ajusta esta solicitud a esta oferta?" },

  "rule:matching.activity": { en: "The request is for the activity that is offered", es: "La solicitud es para la actividad que se ofrece" },
  "rule:matching.days": { en: "There is a day that suits both", es: "Hay un día que conviene a ambas partes" },
  "rule:matching.place": { en: "The place is one that would do", es: "El lugar es uno de los que servirían" },
  "rule:matching.reach": { en: "It is near enough, or online", es: "Está lo bastante cerca o es en línea" },
  "rule:matching.group-size": { en: "The group is neither too small nor too large", es: "El grupo no es ni demasiado pequeño ni demasiado grande" },
  "rule:matching.grades": { en: "The offer is for the students' grades", es: "La oferta es para los grados de los estudiantes" },
  "rule:matching.clearance": { en: "Where a clearance is needed, there is one", es: "Donde hace falta una autorización, la hay" },
  "rule:matching.field": { en: "Offer and request share a field", es: "La oferta y la solicitud comparten un campo" },

  "fact:matching.offer": { en: "the offer", es: "la oferta" },
  "fact:matching.offer.activityTypeId": { en: "activity type of the offer", es: "tipo de actividad de la oferta" },
  "fact:matching.offer.commissionIds": { en: "sectors of the offer, none where any fits", es: "sectores de la oferta, ninguno si vale cualquiera" },
  "fact:matching.offer.clusterIds": {
    en: "career clusters of the offer, none where any fits",
    es: "grupos de carreras de la oferta, ninguno si vale cualquiera",
  },
  "fact:matching.offer.boroughIds": { en: "boroughs of the offer, none where anywhere", es: "distritos de la oferta, ninguno si vale cualquiera" },
  "fact:matching.offer.days": { en: "days of the offer", es: "días de la oferta" },
  "fact:matching.offer.days.from": { en: "first day of the offer", es: "primer día de la oferta" },
  "fact:matching.offer.days.to": { en: "last day of the offer", es: "último día de la oferta" },
  "fact:matching.offer.gradeBandIds": { en: "grade bands of the offer", es: "grados de la oferta" },
  "fact:matching.offer.point": { en: "where the offer is on the map", es: "dónde está la oferta en el mapa" },
  "fact:matching.offer.point.latitude": { en: "latitude of the offer", es: "latitud de la oferta" },
  "fact:matching.offer.point.longitude": { en: "longitude of the offer", es: "longitud de la oferta" },
  "fact:matching.offer.groupSize": { en: "group size of the offer", es: "tamaño de grupo de la oferta" },
  "fact:matching.offer.groupSize.min": { en: "fewest students that the offer takes", es: "mínimo de estudiantes que admite la oferta" },
  "fact:matching.offer.groupSize.max": { en: "most students that the offer takes", es: "máximo de estudiantes que admite la oferta" },
  "fact:matching.offer.place": { en: "where people meet", es: "dónde se reúnen" },
  "fact:matching.offer.isCleared": { en: "whether those who meet students are cleared", es: "si quienes tratan con estudiantes están autorizados" },
  "fact:matching.request": { en: "the request", es: "la solicitud" },
  "fact:matching.request.activityTypeId": { en: "activity type of the request", es: "tipo de actividad de la solicitud" },
  "fact:matching.request.commissionIds": { en: "sectors of the request, none where any fits", es: "sectores de la solicitud, ninguno si vale cualquiera" },
  "fact:matching.request.clusterIds": {
    en: "career clusters of the request, none where any fits",
    es: "grupos de carreras de la solicitud, ninguno si vale cualquiera",
  },
  "fact:matching.request.boroughIds": { en: "boroughs of the request, none where anywhere", es: "distritos de la solicitud, ninguno si vale cualquiera" },
  "fact:matching.request.days": { en: "days of the request", es: "días de la solicitud" },
  "fact:matching.request.days.from": { en: "first day of the request", es: "primer día de la solicitud" },
  "fact:matching.request.days.to": { en: "last day of the request", es: "último día de la solicitud" },
  "fact:matching.request.gradeBandIds": { en: "grade bands of the students", es: "grados de los estudiantes" },
  "fact:matching.request.point": { en: "where the school is on the map", es: "dónde está la escuela en el mapa" },
  "fact:matching.request.point.latitude": { en: "latitude of the school", es: "latitud de la escuela" },
  "fact:matching.request.point.longitude": { en: "longitude of the school", es: "longitud de la escuela" },
  "fact:matching.request.students": { en: "students", es: "estudiantes" },
  "fact:matching.request.places": { en: "places that would do", es: "lugares que servirían" },
  "fact:matching.request.needsClearance": { en: "whether a clearance is needed", es: "si hace falta una autorización" },
  "fact:matching.request.requestedOn": { en: "day of the request", es: "día de la solicitud" },
  "fact:matching.request.pastMatches": { en: "offers that the school had this year", es: "ofertas que la escuela tuvo este año" },
} as const satisfies Words;
