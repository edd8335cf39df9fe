package i18n

// PanelGroups names the groups of keys of the pages that a session opens.
type PanelGroups struct{ Attending, Arising, Voting, EnBloc, Closing string }

// PanelKeys are the words of the keys of the pages that a session opens:
// attendance, matters arising, votes, recommendations together, adjournment.
type PanelKeys struct {
	IsPresent, IsExcused, IsAbsent, IsRepresented, IsRemote          KeyWord
	AddGuest, Arrives, Departs, MovedAt, HalfDay                     KeyWord
	MatterDone, MatterProgress, MatterBlocked, MatterExtend          KeyWord
	MatterAbandon, MatterLeave, MatterRemark                         KeyWord
	VoiceFor, VoiceAgainst, VoiceAbstain, VoiceNone                  KeyWord
	Except, Reword, AdoptBloc, SettleAll, AdjournNow, WriteDocuments KeyWord
}

var panelGroupsFrench = PanelGroups{
	Attending: "Liste de présence en séance", Arising: "Affaires découlant", Voting: "Vote nominal",
	EnBloc: "Recommandations adoptées en bloc", Closing: "Levée de la séance et bilan",
}

var panelGroupsEnglish = PanelGroups{
	Attending: "Attendance in session", Arising: "Matters arising", Voting: "Roll-call vote",
	EnBloc: "Recommendations adopted en bloc", Closing: "Adjournment and summary",
}

var panelKeysFrench = PanelKeys{
	IsPresent:     KeyWord{"présent", "noter présent et passer à la ligne suivante"},
	IsExcused:     KeyWord{"excusé", "noter excusé et passer à la ligne suivante"},
	IsAbsent:      KeyWord{"absent", "noter absent et passer à la ligne suivante"},
	IsRepresented: KeyWord{"représenté", "noter représenté\u00a0: par qui, suppléant ou mandataire"},
	IsRemote:      KeyWord{"à distance", "noter présent à distance, ou de nouveau dans la salle"},
	AddGuest:      KeyWord{"invité", "ajouter un invité, présent aussitôt"},
	Arrives:       KeyWord{"arrive", "noter une arrivée, à l’heure qu’il est"},
	Departs:       KeyWord{"part", "noter un départ, à l’heure qu’il est"},
	MovedAt:       KeyWord{"mouvement", "noter une arrivée ou un départ à une autre heure"},
	HalfDay:       KeyWord{"demi-journée", "passer à une autre demi-journée, quand la réunion en compte plusieurs"},

	MatterDone:     KeyWord{"réalisée", "répondre «\u00a0réalisée\u00a0» et passer à la suivante"},
	MatterProgress: KeyWord{"en cours", "répondre «\u00a0en cours\u00a0»\u00a0: le taux"},
	MatterBlocked:  KeyWord{"bloquée", "répondre «\u00a0bloquée\u00a0»\u00a0: la cause, le motif"},
	MatterExtend:   KeyWord{"reporter", "reporter l’échéance\u00a0: la nouvelle date, le motif"},
	MatterAbandon:  KeyWord{"abandonner", "abandonner, avec le motif"},
	MatterLeave:    KeyWord{"laisser", "laisser en l’état et passer à la suivante"},
	MatterRemark:   KeyWord{"observation", "répondre avec une observation"},

	VoiceFor:     KeyWord{"pour", "voix pour, puis la personne suivante"},
	VoiceAgainst: KeyWord{"contre", "voix contre, puis la personne suivante"},
	VoiceAbstain: KeyWord{"abstention", "abstention, puis la personne suivante"},
	VoiceNone:    KeyWord{"ne vote pas", "ne prend pas part au vote, puis la personne suivante"},

	Except:         KeyWord{"excepter", "excepter la recommandation, ou la reprendre"},
	Reword:         KeyWord{"rédaction", "amender la rédaction sur-le-champ\u202f; l’ancienne est gardée"},
	AdoptBloc:      KeyWord{"adopter en bloc", "adopter ensemble toutes les recommandations cochées"},
	SettleAll:      KeyWord{"tout conclure", "conclure tous les points ni traités ni reportés\u202f; une question les nomme d’abord"},
	AdjournNow:     KeyWord{"lever", "lever la séance\u202f; une question dit d’abord ce qui manque"},
	WriteDocuments: KeyWord{"documents", "écrire le relevé de décisions et le projet de procès-verbal"},
}

var panelKeysEnglish = PanelKeys{
	IsPresent:     KeyWord{"present", "note as present and go to the next line"},
	IsExcused:     KeyWord{"excused", "note as excused and go to the next line"},
	IsAbsent:      KeyWord{"absent", "note as absent and go to the next line"},
	IsRepresented: KeyWord{"represented", "note as represented: by whom, alternate or proxy"},
	IsRemote:      KeyWord{"remote", "note as present at a distance, or back in the room"},
	AddGuest:      KeyWord{"guest", "add a guest, present at once"},
	Arrives:       KeyWord{"arrives", "note an arrival, at the present time"},
	Departs:       KeyWord{"leaves", "note a departure, at the present time"},
	MovedAt:       KeyWord{"movement", "note an arrival or a departure at another time"},
	HalfDay:       KeyWord{"half-day", "go to another half-day, when the meeting has several"},

	MatterDone:     KeyWord{"done", "answer “done” and go to the next"},
	MatterProgress: KeyWord{"in progress", "answer “in progress”: the percentage"},
	MatterBlocked:  KeyWord{"blocked", "answer “blocked”: the cause, the reason"},
	MatterExtend:   KeyWord{"extend", "extend the due date: the new date, the reason"},
	MatterAbandon:  KeyWord{"abandon", "abandon, with the reason"},
	MatterLeave:    KeyWord{"leave", "leave as it is and go to the next"},
	MatterRemark:   KeyWord{"remark", "answer with a remark"},

	VoiceFor:     KeyWord{"for", "vote for, then the next person"},
	VoiceAgainst: KeyWord{"against", "vote against, then the next person"},
	VoiceAbstain: KeyWord{"abstains", "abstention, then the next person"},
	VoiceNone:    KeyWord{"not voting", "takes no part in the vote, then the next person"},

	Except:         KeyWord{"except", "except the recommendation, or take it back in"},
	Reword:         KeyWord{"wording", "amend the wording on the spot; the earlier one is kept"},
	AdoptBloc:      KeyWord{"adopt en bloc", "adopt all the ticked recommendations en bloc"},
	SettleAll:      KeyWord{"settle all", "settle all items neither dealt with nor postponed; a question first names them"},
	AdjournNow:     KeyWord{"adjourn", "adjourn the session; a question first says what is missing"},
	WriteDocuments: KeyWord{"documents", "write the record of decisions and the draft minutes"},
}

var panelElsewhereFrench = PanelGroups{
	Attending: "Se fait sur la liste de présence d’une séance.", Arising: "Se fait sur les affaires découlant, en séance.", Voting: "Se fait dans un vote nominal.",
	EnBloc: "Se fait sur les recommandations d’un point, en séance.", Closing: "Se fait en levant la séance, ou sur son bilan.",
}

var panelElsewhereEnglish = PanelGroups{
	Attending: "It is done on the attendance list of a session.", Arising: "It is done on the matters arising, in session.", Voting: "It is done in a roll-call vote.",
	EnBloc: "It is done on the recommendations of an item, in session.", Closing: "It is done when adjourning a session, or on its summary.",
}
