package i18n

import (
	"testing"

	"suivi/internal/committee"
)

func TestVoteResult(t *testing.T) {
	votes := func(yes, no, blank int) committee.Votes {
		return committee.Votes{For: &yes, Against: &no, Abstain: &blank}
	}
	for _, row := range []struct {
		name            string
		tally           committee.Tally
		french, english string
	}{
		{
			"carried",
			committee.Tally{Votes: votes(9, 1, 2)},
			"Adoptée par 9 voix pour, 1 contre et 2 abstentions", "Adopted by 9 votes in favour, 1 against and 2 abstentions",
		},
		{
			"carried by one, with one abstention",
			committee.Tally{Votes: votes(1, 0, 1)},
			"Adoptée par 1 voix pour, 0 contre et 1 abstention", "Adopted by 1 vote in favour, 0 against and 1 abstention",
		},
		{
			"rejected by secret ballot",
			committee.Tally{Ballot: committee.Ballot{Manner: committee.Secret}, Votes: votes(2, 3, 0)},
			"Rejetée par 2 voix pour, 3 contre et 0 abstention, à bulletin secret", "Rejected by 2 votes in favour, 3 against and 0 abstentions, by secret ballot",
		},
		{"by consensus", committee.Tally{Ballot: committee.Ballot{Manner: committee.Consensus}}, "Adoptée par consensus", "Adopted by consensus"},
		{
			"a tie that the chair settles",
			committee.Tally{Ballot: committee.Ballot{Casting: committee.VoiceFor}, Votes: votes(3, 3, 0)},
			"Partage égal des voix (3 voix pour, 3 contre et 0 abstention)\u202f; la voix de la présidence l’emporte\u00a0: adoptée",
			"Votes equally divided (3 votes in favour, 3 against and 0 abstentions); the chair’s casting vote settles it: adopted",
		},
		{
			"a tie",
			committee.Tally{Votes: votes(3, 3, 0)},
			"Partage égal des voix (3 voix pour, 3 contre et 0 abstention)\u00a0: non adoptée", "Votes equally divided (3 votes in favour, 3 against and 0 abstentions): not adopted",
		},
		{
			"with one who stood back",
			committee.Tally{Ballot: committee.Ballot{Manner: committee.ShowOfHands, Recused: []committee.AttendanceID{"a"}}, Votes: votes(4, 0, 0)},
			"Adoptée par 4 voix pour, 0 contre et 0 abstention, à main levée, 1 membre s’étant retiré", "Adopted by 4 votes in favour, 0 against and 0 abstentions, by show of hands, 1 member being recused",
		},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := For(committee.French).VoteResult(row.tally); got != row.french {
				t.Errorf("French: %q", got)
			}
			if got := For(committee.English).VoteResult(row.tally); got != row.english {
				t.Errorf("English: %q", got)
			}
		})
	}
}

// A free question is answered, not adopted.
func TestFreeResult(t *testing.T) {
	votes := func(yes, no int) committee.Votes { return committee.Votes{For: &yes, Against: &no} }
	for _, row := range []struct {
		tally           committee.Tally
		french, english string
	}{
		{committee.Tally{Ballot: committee.Ballot{Manner: committee.Consensus}}, "Oui, par consensus", "Yes, by consensus"},
		{committee.Tally{Ballot: committee.Ballot{Manner: committee.ShowOfHands}, Votes: votes(4, 1)}, "Oui, par 4 voix pour et 1 contre, à main levée", "Yes, by 4 votes in favour and 1 against, by show of hands"},
		{committee.Tally{Votes: votes(1, 4)}, "Non, par 1 voix pour et 4 contre", "No, by 1 vote in favour and 4 against"},
		{committee.Tally{Votes: votes(2, 2)}, "Partage égal des voix (2 voix pour et 2 contre)\u00a0: non", "Votes equally divided (2 votes in favour and 2 against): no"},
	} {
		if got := For(committee.French).FreeResult(row.tally); got != row.french {
			t.Errorf("French: %q", got)
		}
		if got := For(committee.English).FreeResult(row.tally); got != row.english {
			t.Errorf("English: %q", got)
		}
	}
}

func TestTheSumIsSaid(t *testing.T) {
	err := &committee.FieldError{Field: committee.FieldVotes, Reason: committee.ReasonSum, Detail: "11/12"}
	if got, want := For(committee.French).Fault(err), "11 voix comptées pour 12 votants."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	unchecked := &committee.UncheckedError{Failed: []committee.Override{{Check: committee.CheckItem}, {Check: committee.CheckItem}, {Check: committee.CheckQuorum}}}
	if got, want := For(committee.English).Error(unchecked), "The session is not adjourned: quorum not noted and item neither dealt with nor postponed."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What a vote came to is known by its words, in either language, and of any vote;
// a reason that somebody gave is not.
func TestWhatTellsAVote(t *testing.T) {
	some := func(n int) *int { return &n }
	for _, l := range Locales() {
		for _, tally := range []committee.Tally{
			{Votes: committee.Votes{For: some(9), Against: some(1)}},
			{Votes: committee.Votes{For: some(1), Against: some(9)}},
			{Votes: committee.Votes{For: some(3), Against: some(3)}},
			{Ballot: committee.Ballot{Casting: committee.VoiceAgainst}, Votes: committee.Votes{For: some(3), Against: some(3)}},
		} {
			if said := l.VoteResult(tally); !TellsVote(said) {
				t.Errorf("not known: %s", said)
			}
		}
	}
	for _, reason := range []string{"", "Rejetée par manque de crédits", "Dépense jugée non prioritaire.", "Adopted by mistake"} {
		if TellsVote(reason) {
			t.Errorf("taken for a vote: %s", reason)
		}
	}
}
