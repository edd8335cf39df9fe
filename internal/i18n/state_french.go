package i18n

import (
	"strings"

	"suivi/internal/committee"
)

var stateFrench = StateWords{
	Decision: map[committee.DecisionState]Term{
		committee.Proposed:  {"proposée", "proposée"},
		committee.Adopted:   {"adoptée", "adoptée"},
		committee.Amended:   {"adoptée avec amendements", "amendée"},
		committee.Rejected:  {"rejetée", "rejetée"},
		committee.Deferred:  {"ajournée", "ajournée"},
		committee.Withdrawn: {"retirée", "retirée"},
	},
	Implementation: map[committee.ImplementationState]Term{
		committee.NotStarted: {"non entamée", "non entamée"},
		committee.InProgress: {"en cours", "en cours"},
		committee.Blocked:    {"bloquée", "bloquée"},
		committee.Declared:   {"réalisée (déclarée)", "déclarée"},
		committee.Validated:  {"réalisée (validée)", "validée"},
		committee.Abandoned:  {"abandonnée", "abandonnée"},
	},
	Cause: map[committee.BlockCause]Term{
		committee.CauseUnsaid:   {"non précisée", "—"},
		committee.ForFunding:    {"financement", "financement"},
		committee.ForDecision:   {"décision attendue", "décision"},
		committee.ForCapacity:   {"capacités", "capacités"},
		committee.ForSecurity:   {"sécurité", "sécurité"},
		committee.ForOtherCause: {"autre cause", "autre"},
	},
	MeetingKind: map[committee.MeetingKind]Term{
		committee.Ordinary:      {"réunion ordinaire", "ordinaire"},
		committee.Extraordinary: {"réunion extraordinaire", "extraord."},
		committee.SecondNotice:  {"réunion sur seconde convocation", "2e convoc."},
		committee.GroupMeeting:  {"réunion de groupe de travail", "groupe"},
		committee.Workshop:      {"atelier", "atelier"},
	},
	Meeting: map[committee.MeetingState]Term{
		committee.Planned:   {"prévue", "prévue"},
		committee.Convened:  {"convoquée", "convoquée"},
		committee.InSession: {"en séance", "en séance"},
		committee.Adjourned: {"levée", "levée"},
		committee.Postponed: {"reportée", "reportée"},
		committee.Cancelled: {"annulée", "annulée"},
	},
	Minutes: map[committee.MinutesState]Term{
		committee.NoMinutes:         {"sans procès-verbal", "—"},
		committee.MinutesDraft:      {"projet", "projet"},
		committee.MinutesCirculated: {"diffusé", "diffusé"},
		committee.MinutesAdopted:    {"adopté", "adopté"},
		committee.MinutesSigned:     {"signé", "signé"},
	},
	ItemKind: map[committee.ItemKind]Term{
		committee.Information:      {"information", "information"},
		committee.Discussion:       {"discussion", "discussion"},
		committee.ForDecisionItem:  {"décision", "décision"},
		committee.Module:           {"module", "module"},
		committee.GroupWork:        {"travaux de groupe", "groupes"},
		committee.ReportBack:       {"restitution", "restitution"},
		committee.AnyOtherBusiness: {"points divers", "divers"},
	},
	ItemOutcome: map[committee.ItemOutcome]Term{
		committee.Pending:       {"à traiter", "à traiter"},
		committee.DealtWith:     {"traité", "traité"},
		committee.PutOff:        {"reporté à la prochaine réunion", "reporté"},
		committee.ItemWithdrawn: {"retiré de l’ordre du jour", "retiré"},
		committee.Referred:      {"renvoyé à un groupe de travail", "renvoyé"},
	},
	Presence: map[committee.Presence]Term{
		committee.Awaited:     {"attendu", "attendu"},
		committee.Present:     {"présent", "présent"},
		committee.Represented: {"représenté", "représenté"},
		committee.Excused:     {"excusé", "excusé"},
		committee.Absent:      {"absent", "absent"},
	},
	Quality: map[committee.Quality]Term{
		committee.QualityUnsaid: {"non précisée", "—"},
		committee.AsTitular:     {"titulaire", "titulaire"},
		committee.AsAlternate:   {"suppléant", "suppléant"},
		committee.AsProxy:       {"par procuration", "procuration"},
		committee.AsGuest:       {"invité", "invité"},
		committee.AsExpert:      {"expert", "expert"},
		committee.AsObserver:    {"observateur", "observateur"},
	},
	EntryKind: map[committee.EntryKind]Term{
		committee.Note:                {"note", "note"},
		committee.Statement:           {"déclaration au procès-verbal", "déclaration"},
		committee.EntryDecision:       {"décision", "décision"},
		committee.EntryRecommendation: {"recommandation", "recomm."},
		committee.EntryAction:         {"action", "action"},
		committee.EntryVote:           {"vote", "vote"},
		committee.GoodPractice:        {"bonne pratique", "pratique"},
		committee.Difficulty:          {"difficulté", "difficulté"},
	},
	Guideline: map[committee.GuidelineState]Term{
		committee.TextMissing:   {"texte non disponible", "sans texte"},
		committee.Draft:         {"projet", "projet"},
		committee.Examined:      {"examinée en groupe", "examinée"},
		committee.GuideAdopted:  {"adoptée", "adoptée"},
		committee.InForce:       {"en vigueur", "en vigueur"},
		committee.UnderRevision: {"en révision", "en révision"},
		committee.Repealed:      {"abrogée", "abrogée"},
	},
	Institution: map[committee.InstitutionKind]Term{
		committee.InstitutionUnsaid: {"non précisée", "—"},
		committee.StateBody:         {"structure de l’État", "État"},
		committee.CivilSociety:      {"société civile", "soc. civile"},
		committee.UnitedNations:     {"Nations Unies", "ONU"},
		committee.International:     {"organisation internationale", "internat."},
		committee.Regional:          {"organisation régionale", "régionale"},
		committee.Donor:             {"partenaire financier", "bailleur"},
		committee.PeerAbroad:        {"homologue étranger", "homologue"},
		committee.InstitutionOther:  {"autre structure", "autre"},
	},
	Capacity: map[committee.Capacity]Term{
		committee.CapacityUnsaid: {"non précisée", "—"},
		committee.Member:         {"membre", "membre"},
		committee.Observer:       {"observateur", "observateur"},
		committee.Partner:        {"partenaire", "partenaire"},
	},
	Mandate: map[committee.MandateKind]Term{
		committee.Titular:             {"titulaire", "titulaire"},
		committee.Alternate:           {"suppléant", "suppléant"},
		committee.FocalPoint:          {"point focal", "point focal"},
		committee.ValidatingAuthority: {"autorité de validation", "validation"},
	},
	Group: map[committee.GroupKind]Term{
		committee.Standing:   {"groupe permanent", "permanent"},
		committee.OfWorkshop: {"groupe d’atelier", "d’atelier"},
	},
	Reference: map[committee.ReferenceKind]Term{
		committee.Law:            {"loi", "loi"},
		committee.Decree:         {"décret", "décret"},
		committee.Plan:           {"plan", "plan"},
		committee.Budget:         {"budget", "budget"},
		committee.Project:        {"projet", "projet"},
		committee.Manual:         {"manuel", "manuel"},
		committee.SourceDocument: {"document source", "source"},
		committee.ReferenceOther: {"autre document", "autre"},
	},
	Axis: map[committee.AxisKind]Term{
		committee.AxisOfPlan: {"axe", "axe"},
		committee.Theme:      {"thème", "thème"},
	},
	Priority: map[committee.Priority]Term{
		committee.PriorityUnsaid: {"non fixée", "—"},
		committee.High:           {"haute", "haute"},
		committee.Medium:         {"moyenne", "moyenne"},
		committee.Low:            {"basse", "basse"},
	},
	Manner: map[committee.Manner]Term{
		committee.MannerUnsaid: {"non précisé", "—"},
		committee.Consensus:    {"par consensus", "consensus"},
		committee.ShowOfHands:  {"vote à main levée", "main levée"},
		committee.ByName:       {"vote par appel nominal", "nominal"},
		committee.Secret:       {"vote à bulletin secret", "vote secret"},
	},
	QuorumBase: map[committee.QuorumBase]Term{
		committee.BaseUnset:        {"non fixée", "—"},
		committee.BaseInstitutions: {"structures membres", "structures"},
		committee.BaseMandates:     {"titulaires en fonction", "titulaires"},
	},
	Choice: map[committee.Choice]Term{
		committee.Unset: {"à fixer", "—"},
		committee.Yes:   {"oui", "oui"},
		committee.No:    {"non", "non"},
	},
	Certainty: map[committee.Certainty]Term{
		committee.Given:       {"donné par la source", "donné"},
		committee.Deduced:     {"déduit du récit, non officiel", "déduit"},
		committee.Uncertain:   {"incertain", "incertain"},
		committee.Documentary: {"action documentaire, ajoutée par le programme", "documentaire"},
		committee.Generic:     {"modèle générique, ne provient pas de l’atelier", "générique"},
		committee.Fictional:   {"fictif", "fictif"},
	},
	Language: map[committee.Language]Term{
		committee.French:  {"français", "français"},
		committee.English: {"anglais", "anglais"},
	},
	Kind: kindFrench,
	Verb: verbFrench,
	MinutesVerb: map[committee.Verb]VerbWords{
		committee.VerbCirculate: invariable("diffuser le procès-verbal", "procès-verbal diffusé"),
		committee.VerbAdopt:     invariable("adopter le procès-verbal", "procès-verbal adopté"),
		committee.VerbSign:      invariable("signer le procès-verbal", "procès-verbal signé"),
		committee.VerbCorrect:   invariable("joindre un acte correctif", "acte correctif joint"),
	},
	LineVerb: map[committee.Verb]VerbWords{
		committee.VerbArchive: regular("retirer", "retiré"), committee.VerbRestore: regular("remettre", "remis"),
	},
}

// cannot begins a refusal: « Impossible de valider », « Impossible d’adopter ».
func cannot(do string) string {
	if strings.ContainsAny(do[:1], "aeiouy") || strings.HasPrefix(do, "é") {
		return "Impossible d’" + do
	}
	return "Impossible de " + do
}

// regular is a French verb whose participle takes an e in the feminine.
func regular(do, done string) VerbWords {
	return VerbWords{Do: do, Done: done, DoneFeminine: done + "e", Cannot: cannot(do)}
}

// invariable is a French verb whose participle agrees with something else than
// the thing.
func invariable(do, done string) VerbWords {
	return VerbWords{Do: do, Done: done, DoneFeminine: done, Cannot: cannot(do)}
}
