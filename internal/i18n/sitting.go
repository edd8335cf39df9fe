package i18n

import (
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/register"
)

// SittingWords are what the program itself says in the record of a meeting,
// and the words of the choices of a meeting in session.
type SittingWords struct {
	// Corrected is why a wording was amended while the meeting sat; LeftAsIs
	// what a report says that leaves a matter arising as it is.
	Corrected, LeftAsIs string
	// Done and Progress are reports without a remark.
	Done     string
	Progress string

	Adopted, Rejected           string // by how many voices: the list of them
	ByConsensus                 string
	Free                        ResultWords // of a question that nothing has the number of
	PutOff                      string      // a motion to put off what has this wording
	TieAdopted, TieRejected     string      // the chair's voice settled it
	Tie                         string
	For, Against, Abstain, None Plural
	Manner                      map[committee.Manner]string
	Recused                     Plural
	// Sum is how many votes were counted, and how many could vote.
	Sum           string
	Votes, Voters Plural
	// Unchecked is what stands in the way of adjourning: a list of checks.
	Unchecked string

	Check map[committee.CheckKind]Term
	// Missed is what was settled without the quorum, where it is no decision.
	Missed map[committee.Kind]string
	// NotTaken is a half-day whose attendance was not taken.
	NotTaken string
	// What an action lacks.
	NoOwner, NoDue, NoOwnerNorDue string
	Voice                         map[committee.Voice]Term
	Answer                        map[register.AnswerKind]Term
	// Purpose is what an item is for.
	Purpose map[committee.ItemPurpose]Term
}

// ResultWords say what a vote came to: by how many voices, by consensus, where the
// voices are equally divided, and where the chair's then settled it.
type ResultWords struct{ Yes, No, ByConsensus, Tie, TieYes, TieNo string }

var sittingFrench = SittingWords{
	Corrected: "correction en séance", LeftAsIs: "laissé en l’état", Done: "réalisation déclarée en séance", Progress: "avancement déclaré en séance",
	Adopted: "Adoptée par %s", Rejected: "Rejetée par %s", ByConsensus: "Adoptée par consensus",
	Free: ResultWords{
		Yes: "Oui, par %s", No: "Non, par %s", ByConsensus: "Oui, par consensus", Tie: "Partage égal des voix (%s)\u00a0: non",
		TieYes: "Partage égal des voix (%s)\u202f; la voix de la présidence l’emporte\u00a0: oui",
		TieNo:  "Partage égal des voix (%s)\u202f; la voix de la présidence l’emporte\u00a0: non",
	},
	PutOff:      "Motion d’ajournement\u00a0: %s",
	TieAdopted:  "Partage égal des voix (%s)\u202f; la voix de la présidence l’emporte\u00a0: adoptée",
	TieRejected: "Partage égal des voix (%s)\u202f; la voix de la présidence l’emporte\u00a0: rejetée",
	Tie:         "Partage égal des voix (%s)\u00a0: non adoptée",
	For:         Plural{"%d voix pour", "%d voix pour"}, Against: Plural{"%d contre", "%d contre"},
	Abstain: Plural{"%d abstention", "%d abstentions"}, None: Plural{"%d ne prenant pas part au vote", "%d ne prenant pas part au vote"},
	Manner: map[committee.Manner]string{
		committee.ShowOfHands: "à main levée", committee.ByName: "par appel nominal", committee.Secret: "à bulletin secret",
	},
	Recused: Plural{"%d membre s’étant retiré", "%d membres s’étant retirés"},
	Sum:     "%s pour %s", Votes: Plural{"%d voix comptée", "%d voix comptées"}, Voters: Plural{"%d votant", "%d votants"},
	Unchecked: "La séance n’est pas levée\u00a0: %s.",
	Check: map[committee.CheckKind]Term{
		committee.CheckChair: {"présidence de séance à préciser", "présidence"}, committee.CheckSecretary: {"secrétariat de séance à préciser", "secrétariat"},
		committee.CheckNotice:     {"délai de convocation non respecté", "convocation"},
		committee.CheckProposed:   {"recommandation laissée sans décision", "recommandation"},
		committee.CheckAttendance: {"présences incomplètes", "présences"}, committee.CheckQuorum: {"quorum non constaté", "quorum"},
		committee.CheckMissed: {"décision prise sans le quorum requis", "sans quorum"},
		committee.CheckItem:   {"point ni traité ni reporté", "point"}, committee.CheckDecision: {"décision non arrêtée", "décision"},
		committee.CheckAction: {"action sans responsable ou sans échéance", "action"}, committee.CheckVote: {"vote dont le compte n’est pas exact", "vote"},
		committee.CheckAddressee: {"recommandation sans destinataire", "destinataire"},
	},
	Missed: map[committee.Kind]string{
		committee.KindRecommendation: "recommandation tranchée sans le quorum requis", committee.KindEntry: "vote tenu sans le quorum requis",
	},
	NotTaken: "présences non relevées\u00a0: %s",
	NoOwner:  "action sans responsable", NoDue: "action sans échéance", NoOwnerNorDue: "action sans responsable ni échéance",
	Voice: map[committee.Voice]Term{
		committee.VoiceFor: {"pour", "pour"}, committee.VoiceAgainst: {"contre", "contre"},
		committee.VoiceAbstain: {"abstention", "abstention"}, committee.VoiceNone: {"ne prend pas part au vote", "ne vote pas"},
	},
	Answer: map[register.AnswerKind]Term{
		register.AnswerDone: {"réalisée", "réalisée"}, register.AnswerProgress: {"en cours", "en cours"}, register.AnswerBlocked: {"bloquée", "bloquée"},
		register.AnswerExtend: {"échéance reportée", "reportée"}, register.AnswerAbandon: {"abandonnée", "abandonnée"}, register.AnswerLeave: {"laissée en l’état", "en l’état"},
	},
	Purpose: map[committee.ItemPurpose]Term{
		committee.NoPurpose: {"point ordinaire", "—"}, committee.Opening: {"ouverture et présences", "ouverture"},
		committee.AgendaAdoption: {"adoption de l’ordre du jour", "ordre jour"}, committee.MinutesAdoption: {"adoption d’un procès-verbal", "PV"},
		committee.MattersArising: {"affaires découlant des procès-verbaux", "affaires"}, committee.Closing: {"clôture", "clôture"},
	},
}

var sittingEnglish = SittingWords{
	Corrected: "corrected in session", LeftAsIs: "left as it is", Done: "declared done in session", Progress: "progress declared in session",
	Adopted: "Adopted by %s", Rejected: "Rejected by %s", ByConsensus: "Adopted by consensus",
	Free: ResultWords{
		Yes: "Yes, by %s", No: "No, by %s", ByConsensus: "Yes, by consensus", Tie: "Votes equally divided (%s): no",
		TieYes: "Votes equally divided (%s); the chair’s casting vote settles it: yes",
		TieNo:  "Votes equally divided (%s); the chair’s casting vote settles it: no",
	},
	PutOff:      "Motion to put off: %s",
	TieAdopted:  "Votes equally divided (%s); the chair’s casting vote settles it: adopted",
	TieRejected: "Votes equally divided (%s); the chair’s casting vote settles it: rejected",
	Tie:         "Votes equally divided (%s): not adopted",
	For:         Plural{"%d vote in favour", "%d votes in favour"}, Against: Plural{"%d against", "%d against"},
	Abstain: Plural{"%d abstention", "%d abstentions"}, None: Plural{"%d not taking part", "%d not taking part"},
	Manner: map[committee.Manner]string{
		committee.ShowOfHands: "by show of hands", committee.ByName: "by roll call", committee.Secret: "by secret ballot",
	},
	Recused: Plural{"%d member being recused", "%d members being recused"},
	Sum:     "%s for %s", Votes: Plural{"%d vote counted", "%d votes counted"}, Voters: Plural{"%d voter", "%d voters"},
	Unchecked: "The session is not adjourned: %s.",
	Check: map[committee.CheckKind]Term{
		committee.CheckChair: {"chair to be named", "chair"}, committee.CheckSecretary: {"secretary to be named", "secretary"},
		committee.CheckNotice:     {"notice of meeting too short", "notice"},
		committee.CheckProposed:   {"recommendation left undecided", "recommendation"},
		committee.CheckAttendance: {"attendance incomplete", "attendance"}, committee.CheckQuorum: {"quorum not noted", "quorum"},
		committee.CheckMissed: {"decision taken without the quorum required", "no quorum"},
		committee.CheckItem:   {"item neither dealt with nor postponed", "item"}, committee.CheckDecision: {"decision not settled", "decision"},
		committee.CheckAction: {"action without owner or due date", "action"}, committee.CheckVote: {"vote that does not add up", "vote"},
		committee.CheckAddressee: {"recommendation without addressee", "addressee"},
	},
	Missed: map[committee.Kind]string{
		committee.KindRecommendation: "recommendation settled without the quorum required", committee.KindEntry: "vote held without the quorum required",
	},
	NotTaken: "attendance not taken: %s",
	NoOwner:  "action without owner", NoDue: "action without due date", NoOwnerNorDue: "action with neither owner nor due date",
	Voice: map[committee.Voice]Term{
		committee.VoiceFor: {"in favour", "for"}, committee.VoiceAgainst: {"against", "against"},
		committee.VoiceAbstain: {"abstention", "abstention"}, committee.VoiceNone: {"takes no part in the vote", "not voting"},
	},
	Answer: map[register.AnswerKind]Term{
		register.AnswerDone: {"done", "done"}, register.AnswerProgress: {"in progress", "in progress"}, register.AnswerBlocked: {"blocked", "blocked"},
		register.AnswerExtend: {"due date extended", "extended"}, register.AnswerAbandon: {"abandoned", "abandoned"}, register.AnswerLeave: {"left as it is", "left"},
	},
	Purpose: map[committee.ItemPurpose]Term{
		committee.NoPurpose: {"item like any other", "—"}, committee.Opening: {"opening and attendance", "opening"},
		committee.AgendaAdoption: {"adoption of the agenda", "agenda"}, committee.MinutesAdoption: {"adoption of minutes", "minutes"},
		committee.MattersArising: {"matters arising", "matters"}, committee.Closing: {"closing", "closing"},
	},
}

// PutsOff tells whether what a vote was on is a motion to put off, as the
// program words it.
func PutsOff(question string) bool {
	_, off := PutOff(question)
	return off
}

// PutOff is the wording that a motion to put off is about; off is false, and the
// wording the question itself, where it is no such motion.
func PutOff(question string) (wording string, off bool) {
	for _, l := range Locales() {
		before, _, _ := strings.Cut(l.Words.Sitting.PutOff, "%s")
		if wording, off = strings.CutPrefix(question, before); off {
			return wording, true
		}
	}
	return question, false
}

// TellsVote tells whether the reason of a ruling is what a vote came to, as the
// program words it in either language, and no reason that somebody gave.
func TellsVote(reason string) bool {
	for _, l := range Locales() {
		w := &l.Words.Sitting
		for _, words := range []string{w.Adopted, w.Rejected, w.Tie, w.TieAdopted, w.TieRejected} {
			before, _, _ := strings.Cut(words, "%s")
			rest, ok := strings.CutPrefix(strings.TrimSpace(reason), before)
			if counts := strings.TrimLeft(rest, "0123456789"); ok && counts != rest {
				return true
			}
		}
	}
	return PutsOff(reason)
}

// VoteResult words what a vote came to: « Adoptée par 9 voix pour, 1 contre et
// 2 abstentions, à bulletin secret, 1 membre s’étant retiré ». In French what is
// put to a vote is feminine, be it a decision, a recommendation or a motion.
func (l *Locale) VoteResult(t committee.Tally) string {
	w := &l.Words.Sitting
	return l.voteResult(t, ResultWords{w.Adopted, w.Rejected, w.ByConsensus, w.Tie, w.TieAdopted, w.TieRejected})
}

// FreeResult words what a vote on a free question came to, which is answered and
// not adopted: « Oui, par consensus ».
func (l *Locale) FreeResult(t committee.Tally) string { return l.voteResult(t, l.Words.Sitting.Free) }

// LineResult is what the vote of a line came to. A line about nothing that has a
// number, taken in session, is on a free question.
func (l *Locale) LineResult(e committee.Entry) string {
	t := committee.Tally{Ballot: e.Ballot, Votes: e.Votes}
	if e.Decision == "" && e.Recommendation == "" && e.Ballot.Manner != committee.MannerUnsaid {
		return l.FreeResult(t)
	}
	return l.VoteResult(t)
}

func (l *Locale) voteResult(t committee.Tally, w ResultWords) string {
	if t.Manner == committee.Consensus {
		return w.ByConsensus + l.stoodBack(t)
	}
	counted := t.Votes
	for _, n := range []**int{&counted.For, &counted.Against} {
		if *n == nil {
			*n = new(int)
		}
	}
	format := w.No
	switch tied := t.Votes.For != nil && t.Votes.Against != nil && *t.Votes.For == *t.Votes.Against; {
	case tied && t.Casting == committee.VoiceFor:
		format = w.TieYes
	case tied && t.Casting == committee.VoiceAgainst:
		format = w.TieNo
	case tied:
		format = w.Tie
	case t.Passed():
		format = w.Yes
	}
	said := fmt.Sprintf(format, l.Voices(counted))
	if manner := l.Words.Sitting.Manner[t.Manner]; manner != "" {
		said += l.Words.Common.Comma + manner
	}
	return said + l.stoodBack(t)
}

// Voices words the counts of a vote that were noted, 0 abstention like any other;
// but that nobody stayed out of it goes unsaid.
func (l *Locale) Voices(v committee.Votes) string {
	w := &l.Words.Sitting
	var said []string
	for _, c := range []struct {
		words Plural
		n     *int
		least int
	}{{w.For, v.For, 0}, {w.Against, v.Against, 0}, {w.Abstain, v.Abstain, 0}, {w.None, v.None, 1}} {
		if c.n != nil && *c.n >= c.least {
			said = append(said, l.Count(c.words, *c.n))
		}
	}
	return l.List(said)
}

// stoodBack says how many stood back from a vote, after a comma.
func (l *Locale) stoodBack(t committee.Tally) string {
	if len(t.Recused) == 0 {
		return ""
	}
	return l.Words.Common.Comma + l.Count(l.Words.Sitting.Recused, len(t.Recused))
}

// CheckSaid words a check that failed, as it agrees with what it is about.
func (l *Locale) CheckSaid(o committee.Override) string {
	w := &l.Words.Sitting
	if said := w.Missed[o.Kind]; o.Check == committee.CheckMissed && said != "" {
		return said
	}
	if half, ok := o.Half(); ok {
		return fmt.Sprintf(w.NotTaken, l.HalfDay(half))
	}
	return w.Check[o.Check].Full
}

// HalfDay is a half-day in short: J2 matin.
func (l *Locale) HalfDay(h committee.HalfDay) string {
	word := l.Words.Attendance.ShortAM
	if h.Afternoon {
		word = l.Words.Attendance.ShortPM
	}
	return fmt.Sprintf(word, strconv.Itoa(h.Day))
}

// unchecked names the checks that fail, each once.
func (l *Locale) unchecked(e *committee.UncheckedError) string {
	var failed []string
	for _, kind := range committee.CheckKinds {
		for _, o := range e.Failed {
			if o.Check == kind {
				failed = append(failed, l.Words.Sitting.Check[kind].Full)
				break
			}
		}
	}
	if len(failed) == 0 {
		return l.Words.Errors.Unexpected
	}
	return fmt.Sprintf(l.Words.Sitting.Unchecked, l.List(failed))
}
