package i18n

// TemplateWords are the titles of the items that meetings of a kind have. They
// are written into the file, in the language of the meeting.
type TemplateWords struct {
	Opening, OpeningAgain, OpeningGroup, OpeningWorkshop string
	Agenda, Programme                                    string
	Minutes, Matters                                     string
	GroupReport, Feedback                                string
	Object, Referred, Draft                              string
	Plenary, GroupSession, Reported                      string
	Other, Closing, ClosingGroup, ClosingWorkshop        string
	Again                                                string // the title of a second notice
}

var templateFrench = TemplateWords{
	Opening:         "Ouverture de la séance, vérification du quorum",
	OpeningAgain:    "Ouverture de la séance, constat de la seconde convocation",
	OpeningGroup:    "Ouverture de la séance, présences",
	OpeningWorkshop: "Cérémonie d’ouverture",
	Agenda:          "Adoption de l’ordre du jour",
	Programme:       "Présentation des objectifs, adoption du programme",
	Minutes:         "Adoption du procès-verbal\u00a0: %s", Matters: "Affaires découlant des procès-verbaux précédents",
	GroupReport: "Rapport du groupe de travail\u00a0: %s", Feedback: "Restitution des travaux de groupe en plénière",
	Object: "Examen de l’objet de la réunion", Referred: "Examen des questions confiées au groupe",
	Draft:   "Formulation des recommandations à soumettre à la plénière",
	Plenary: "Séance plénière du jour %s", GroupSession: "Travaux de groupe du jour %s",
	Reported: "Examen et adoption des recommandations",
	Other:    "Points divers", Closing: "Récapitulation des décisions, prochaine réunion",
	ClosingGroup: "Récapitulation, prochaine réunion du groupe", ClosingWorkshop: "Récapitulation des résultats, clôture",
	Again: "Seconde convocation\u00a0: %s",
}

var templateEnglish = TemplateWords{
	Opening:         "Opening of the session, quorum check",
	OpeningAgain:    "Opening of the session, second notice noted",
	OpeningGroup:    "Opening of the session, attendance",
	OpeningWorkshop: "Opening ceremony",
	Agenda:          "Adoption of the agenda",
	Programme:       "Objectives, adoption of the programme",
	Minutes:         "Adoption of the minutes: %s", Matters: "Matters arising from earlier minutes",
	GroupReport: "Report of the working group: %s", Feedback: "Report-back of the groups in plenary",
	Object: "Examination of the object of the meeting", Referred: "Examination of what was referred to the group",
	Draft:   "Drafting of recommendations for the plenary",
	Plenary: "Plenary session of day %s", GroupSession: "Group work of day %s",
	Reported: "Examination and adoption of the recommendations",
	Other:    "Any other business", Closing: "Recapitulation of decisions, next meeting",
	ClosingGroup: "Recapitulation, next meeting of the group", ClosingWorkshop: "Recapitulation of results, closing",
	Again: "Second notice: %s",
}
