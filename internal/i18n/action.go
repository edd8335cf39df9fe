package i18n

// StepWords are the words of the prompts that move an implementation.
type StepWords struct {
	Resume, Block, Declare, Validate, Return, Abandon, Reopen, ValidatedBy string
}

var stepFrench = StepWords{
	Resume: "reprendre", Block: "Déclarer bloquée", Declare: "Déclarer réalisée", Validate: "Valider la réalisation",
	Return: "Ne pas valider, remettre en cours", Abandon: "Abandonner", Reopen: "Rouvrir", ValidatedBy: "Autorité de validation",
}

var stepEnglish = StepWords{
	Resume: "resume", Block: "Declare blocked", Declare: "Declare done", Validate: "Validate as done",
	Return: "Do not validate, put back in progress", Abandon: "Abandon", Reopen: "Reopen", ValidatedBy: "Validating authority",
}

// ActionWords are the words of the roadmap.
type ActionWords struct {
	On                                              string // the day it was given
	Empty                                           string
	Text, TextHelp, Institution, Function, Holder   string
	FirstDue, DueNow, DueByExtension, LateBlocked   string
	ComesFrom, NoOrigin, Details, Cost              string
	Updates, NoUpdate, DeclaredState                string
	Confirmed, NotConfirmed, Unconfirmed, Verdict   string
	NothingToConfirm, Extensions, Extend, GrantedBy string
	Report, StandsAt, SameState, Confirm            string
}

var actionFrench = ActionWords{
	On:    "Inscrite le",
	Empty: "La feuille de route est vide. n y inscrit une action.",
	Text:  "Action", TextHelp: "un verbe et un livrable\u00a0: «\u00a0Nommer un point focal par structure\u00a0»",
	Institution: "Structure responsable", Function: "Responsable (fonction)", Holder: "Titulaire actuel",
	FirstDue: "d’abord", DueNow: "Échéance actuelle\u00a0:", DueByExtension: "déjà fixée\u00a0: elle ne change que par un report (touche t sur la fiche)",
	LateBlocked: "bloq., retard",
	ComesFrom:   "Découle de", NoOrigin: "Aucun lien\u00a0: e permet d’en ajouter.", Details: "Suivi et moyens", Cost: "Coût prévu",
	Updates: "Points d’avancement", NoUpdate: "Aucun point d’avancement. p en ajoute un.", DeclaredState: "État déclaré",
	Confirmed: "confirmé", NotConfirmed: "non confirmé", Unconfirmed: "à confirmer", Verdict: "Avis",
	NothingToConfirm: "Aucun point d’avancement n’attend de confirmation.",
	Extensions:       "Reports d’échéance", Extend: "Reporter l’échéance", GrantedBy: "Accordé par",
	Report: "Faire le point", StandsAt: "Aujourd’hui\u00a0:", SameState: "inchangé", Confirm: "Se prononcer sur le dernier point d’avancement",
}

var actionEnglish = ActionWords{
	On:    "Entered on",
	Empty: "The roadmap is empty. n adds an action.",
	Text:  "Action", TextHelp: "a verb and a deliverable: “Appoint a focal point in each institution”",
	Institution: "Responsible institution", Function: "Responsible function", Holder: "Held by",
	FirstDue: "first", DueNow: "Due date now:", DueByExtension: "already set: it changes only by an extension (key t on the page)",
	LateBlocked: "blocked, late",
	ComesFrom:   "Follows from", NoOrigin: "No link: e lets you add one.", Details: "Monitoring and means", Cost: "Planned cost",
	Updates: "Progress reports", NoUpdate: "No progress report. p adds one.", DeclaredState: "Declared state",
	Confirmed: "confirmed", NotConfirmed: "not confirmed", Unconfirmed: "to be confirmed", Verdict: "Ruling",
	NothingToConfirm: "No progress report awaits confirmation.",
	Extensions:       "Extensions", Extend: "Extend the due date", GrantedBy: "Granted by",
	Report: "Report progress", StandsAt: "Today:", SameState: "unchanged", Confirm: "Rule on the last progress report",
}
