package tui

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/internal/register"
	"suivi/tui/keymap"
	"suivi/tui/widget"
)

// voteBook is what a vote needs of the file.
type voteBook interface {
	RecordVote(context.Context, register.VoteCapture) (committee.Entry, error)
}

// voteSeed is what the form of a vote is made of.
type voteSeed struct {
	Meeting   committee.MeetingID      `json:"meeting"`
	Item      committee.AgendaItemID   `json:"item"`
	Title     string                   `json:"title"`
	Proposals []voteProposal           `json:"proposals"`
	About     string                   `json:"about"` // the target of what is put to the vote; empty for none yet
	Voices    []register.Voice         `json:"voices"`
	Quorum    committee.Reckoning      `json:"quorum"`
	Presence  register.Presence        `json:"presence"`
	Base      committee.QuorumBase     `json:"base"`
	Mute      voteMute                 `json:"mute"`
	Recused   []committee.AttendanceID `json:"recused"`
	People    []votePerson             `json:"people"`
	Casting   bool                     `json:"casting"`
}

// voteProposal is something that may be put to the vote, in its wording.
type voteProposal struct {
	Thing   committee.Thing `json:"thing"`
	Ref     string          `json:"ref"`
	Text    string          `json:"text"`
	Settled bool            `json:"settled,omitempty"` // a vote of this meeting settled it
}

// votePerson is somebody who is there, on the half-day that it is.
type votePerson struct {
	ID   committee.AttendanceID `json:"id"`
	Name string                 `json:"name"`
	Of   string                 `json:"of"` // the institution, as it is called
	By   string                 `json:"by"` // who represents them; empty for nobody
}

// voteMute says why nobody who is there has a vote; empty when somebody has.
type voteMute string

const (
	muteAbsent   voteMute = "absent"   // nobody is noted as there
	muteRemote   voteMute = "remote"   // they are at a distance, and the rule does not count them
	muteProxies  voteMute = "proxies"  // they are represented by proxies that the rule does not count
	muteStranger voteMute = "stranger" // they are of no member institution, or have no seat
)

// muted is why nobody who is there has a vote.
func muted(s register.Session) voteMute {
	why := muteAbsent
	switch {
	case len(s.Voices) > 0:
		return ""
	case len(s.Attendance) == 0:
		return why
	}
	for _, a := range s.Attendance {
		_, as := s.Roll.Bearer(a)
		switch {
		case !s.Roll.There(a):
		case a.Quality.Visiting():
			why = muteStranger
		case a.Remote && s.Counting.Remote != committee.Yes:
			return muteRemote
		case s.Roll.Presence(a) == committee.Represented && as != committee.AsAlternate && s.Counting.Proxies != committee.Yes:
			return muteProxies
		default:
			why = muteStranger
		}
	}
	return why
}

// newVote opens the form of a vote on an item; about is what is put to the
// vote, or nothing yet.
func newVote(d *desk, s register.Session, item committee.AgendaItemID, about committee.Thing) page {
	seed := voteSeed{
		Meeting: s.Meeting.ID, Item: item, About: target(about), Voices: s.Voices, Casting: s.Counting.CastingVote == committee.Yes,
		Quorum: s.Quorum, Presence: s.Presence, Base: s.Counting.Base, Mute: muted(s),
	}
	for _, i := range s.Items {
		if i.ID == item {
			seed.Title, seed.Recused = i.Title, i.Recused
		}
	}
	seed.Proposals = putToVote(s, item, about)
	for _, a := range s.Attendance {
		if !a.Quality.Visiting() && s.Roll.There(a) {
			by := ""
			if s.Roll.Presence(a) == committee.Represented {
				by, _ = s.Roll.Bearer(a)
			}
			of := calledAs(d, s.Names, thing(committee.KindInstitution, a.Institution))
			seed.People = append(seed.People, votePerson{a.ID, attendant(d, a, s.Names), of, by})
		}
	}
	return newVoteForm(d, seed)
}

// proposalsOf are what the lines of an item put, and what the item touches,
// that is still to be decided; where a workshop gathers what it proposed, the
// recommendations of its other items too. A decision that was taken on the spot
// may be voted on as well, again when its line is chosen: the vote then says how
// it was taken. So may a recommendation whose line is chosen.
func proposalsOf(s register.Session, item committee.AgendaItemID, about committee.Thing) []voteProposal {
	var all []voteProposal
	add := func(kind committee.Kind, id, ref, text string, open bool) {
		p := voteProposal{committee.Thing{Kind: kind, ID: id}, ref, text, false}
		if open && !slices.ContainsFunc(all, func(o voteProposal) bool { return o.Thing == p.Thing }) {
			all = append(all, p)
		}
	}
	gathers := slices.ContainsFunc(s.Items, func(i committee.AgendaItem) bool { return i.ID == item && i.Gathers(s.Meeting) })
	for _, e := range s.Entries {
		if l, ok := s.Decisions[e.Decision]; ok && e.Item == item {
			open := l.State.Open() || l.Manner == committee.MannerUnsaid || about == thing(committee.KindDecision, l.ID)
			add(committee.KindDecision, string(l.ID), l.Ref, l.Text, open)
		}
		if l, ok := s.Recommendations[e.Recommendation]; ok && (e.Item == item || gathers) {
			add(committee.KindRecommendation, string(l.ID), l.Ref, l.Text, l.Decision.Open() || about == thing(committee.KindRecommendation, l.ID))
		}
	}
	for _, w := range s.Proposed {
		if w.Item == item || gathers && w.Thing.Kind == committee.KindRecommendation {
			add(w.Thing.Kind, w.Thing.ID, w.Ref, w.Text, true)
		}
	}
	if n := s.Current(); n >= 0 && s.Items[n].ID == item {
		for _, l := range s.Touched.Recommendations {
			add(committee.KindRecommendation, string(l.ID), l.Ref, l.Text, l.Decision.Open())
		}
	}
	return all
}

// The choices of what is put to the vote besides the proposals.
const (
	voteNew  = "new"
	voteFree = "free"
)

// motion is what is proposed of something that is put to the vote.
type motion string

const (
	toAdopt  motion = "adopt"
	toPutOff motion = "put_off"
)

// Names of the fields of a vote.
const (
	fieldAbout   committee.Field = "about"
	fieldFree    committee.Field = "question"
	fieldMotion  committee.Field = "motion"
	votesNone    committee.Field = "votes_none"
	fieldRecused committee.Field = "recused"
	fieldCasting committee.Field = "casting"
	fieldVoice                   = "voice_"
)

// newVoteForm is the form of a vote.
func newVoteForm(d *desk, s voteSeed) formPage {
	return newForm(d, formSpec{
		origin: made("vote", committee.KindEntry, "", 0, s).on(thing(committee.KindMeeting, s.Meeting)).by(string(s.Item)),
		place:  atMeetings, title: fmt.Sprintf(d.words().Vote.Title, s.Title), fields: voteFields(d, s),
		told:  func(v widget.Values) []formTold { return voteTold(d, s, v) },
		quick: voteKey,
		doubt: func(v widget.Values) string {
			q := s.quorum(v)
			if !q.Missed() || s.tally(v).Check() != nil { // a wrong count is refused first
				return ""
			}
			return withoutQuorum(d, q, keymap.SaveForm)
		},
		save: func(v widget.Values) useCase {
			c := s.capture(v)
			said := fmt.Sprintf(d.words().Vote.Recorded, s.result(d, v))
			return func(ctx context.Context, b Book) (saved, error) {
				e, err := recordVote(ctx, b, c)
				return saved{thing: thing(committee.KindEntry, e.ID), notice: said}, err
			}
		},
	})
}

// recordVote keeps a vote on what it is about as the file has it now: its
// wording is the one that the form showed.
func recordVote(ctx context.Context, b Book, c register.VoteCapture) (committee.Entry, error) {
	switch {
	case c.Decision != "":
		v, err := b.Decision(ctx, c.Decision)
		if err != nil {
			return committee.Entry{}, err
		}
		c.Version = v.Decision.Version
	case c.Recommendation != "":
		v, err := b.Recommendation(ctx, c.Recommendation)
		if err != nil {
			return committee.Entry{}, err
		}
		c.Version = v.Recommendation.Version
	}
	return b.RecordVote(ctx, c)
}

// about is what the form puts to the vote: a proposal, or nothing known.
func (s voteSeed) about(v widget.Values) (voteProposal, int) {
	for n, p := range s.Proposals {
		if typed(v, fieldAbout) == target(p.Thing) {
			return p, n
		}
	}
	return voteProposal{}, -1
}

// wordingField names the field of the wording of a proposal.
func wordingField(n int) committee.Field {
	return committee.Field("wording_" + strconv.Itoa(n))
}

// capture is the vote as the form holds it.
func (s voteSeed) capture(v widget.Values) register.VoteCapture {
	t := s.tally(v)
	c := register.VoteCapture{Item: s.Item, Ballot: t.Ballot, Votes: t.Votes}
	c.Ballot.Recused = append([]committee.AttendanceID{}, s.recused(v)...) // nobody, where nobody does
	if t.Manner == committee.Consensus {
		c.Votes = committee.Votes{}
	}
	switch p, n := s.about(v); {
	case n >= 0 && p.Thing.Kind == committee.KindDecision:
		c.Decision, c.Text = committee.DecisionID(p.Thing.ID), typed(v, wordingField(n))
	case n >= 0:
		c.Recommendation, c.Text = committee.RecommendationID(p.Thing.ID), typed(v, wordingField(n))
	case typed(v, fieldAbout) == voteFree:
		c.Free, c.Text = true, typed(v, fieldFree)
	default:
		c.Text = typed(v, committee.FieldText)
	}
	if c.PutOff = s.putsOff(v); c.PutOff {
		p, _ := s.about(v)
		c.Text = p.Text
	}
	return c
}

// putsOff tells whether the vote is on putting something off.
func (s voteSeed) putsOff(v widget.Values) bool {
	_, n := s.about(v)
	return n >= 0 && chosen[motion](v, fieldMotion) == toPutOff
}

// result is what the vote comes to, as it will be worded.
func (s voteSeed) result(d *desk, v widget.Values) string {
	said := d.loc.VoteResult(s.tally(v))
	if typed(v, fieldAbout) == voteFree {
		said = d.loc.FreeResult(s.tally(v))
	}
	if s.putsOff(v) {
		said = fmt.Sprintf(d.words().Sitting.PutOff, said)
	}
	return said
}

// recused are those who stand back, as the form holds them.
func (s voteSeed) recused(v widget.Values) []committee.AttendanceID {
	return pickedAll[committee.AttendanceID](v, fieldRecused)
}

// quorum is the presence without those who stand back, as the form holds them.
func (s voteSeed) quorum(v widget.Values) committee.Reckoning {
	if s.Presence.Base == 0 { // a draft of before it was kept
		return s.Quorum
	}
	return s.Presence.Less(s.recused(v))
}

// voters are how many voices there are without those who stand back: the
// delegates of one institution share theirs.
func (s voteSeed) voters(v widget.Values) int {
	recused, of := s.recused(v), map[string]bool{}
	for _, one := range s.Voices {
		if !slices.Contains(recused, one.Attendance) {
			of[one.Of] = true
		}
	}
	return len(of)
}

// speaks tells whether somebody may be noted as voting, as the form stands: who
// has a vote and, of the delegates of one institution, the first who does not
// stand back.
func (s voteSeed) speaks(v widget.Values, id committee.AttendanceID) bool {
	recused, spoken := s.recused(v), map[string]bool{}
	if slices.Contains(recused, id) {
		return false
	}
	for _, one := range s.Voices {
		if one.Attendance == id {
			return !spoken[one.Of]
		}
		spoken[one.Of] = spoken[one.Of] || !slices.Contains(recused, one.Attendance)
	}
	return false
}

// tally is what was counted so far.
func (s voteSeed) tally(v widget.Values) committee.Tally {
	t := committee.Tally{Ballot: committee.Ballot{Manner: chosen[committee.Manner](v, committee.FieldManner), Recused: s.recused(v)}, Voters: s.voters(v)}
	switch t.Manner {
	case committee.Consensus:
		return t
	case committee.ByName:
		for _, p := range s.People {
			if said := chosen[committee.Voice](v, voiceField(p)); said != "" && s.speaks(v, p.ID) {
				t.Named = append(t.Named, committee.NamedVoice{Attendance: p.ID, Voice: said})
			}
		}
		t.Votes = t.Ballot.Count()
	default:
		t.Votes = committee.Votes{For: whole(v, votesFor), Against: whole(v, votesAgainst), Abstain: whole(v, votesAbstain), None: whole(v, votesNone)}
	}
	t.Casting = chosen[committee.Voice](v, fieldCasting)
	return t
}

func voiceField(p votePerson) committee.Field { return committee.Field(fieldVoice + string(p.ID)) }

// tied tells whether the voices counted so far are equal.
func tied(v committee.Votes) bool {
	return v.For != nil && v.Against != nil && *v.For == *v.Against && *v.For > 0
}

// voteTold is what stands under the form: that the quorum is not there, the
// running sum against those who vote once something was counted, then the result
// as it will be worded.
func voteTold(d *desk, s voteSeed, v widget.Values) []formTold {
	w, t := d.words().Vote, s.tally(v)
	var told []formTold
	if q := s.quorum(v); q.Missed() {
		told = append(told, formTold{text: d.loc.Missed(s.Base, q), wrong: true})
	}
	result := formTold{text: fmt.Sprintf(w.Result, s.result(d, v)), good: true}
	counted := t.Votes.Counted()
	switch {
	case t.Manner == committee.Consensus:
		return append(told, formTold{text: w.Consensus}, result)
	case t.Manner == committee.ByName:
		counted = len(t.Named) > 0
	}
	if t.Voters == 0 {
		told = append(told, formTold{text: s.nobody(d), wrong: true})
	}
	switch {
	case t.Voters == 0:
	case counted:
		told = append(told, sumTold(d, t))
	case t.Manner != committee.ByName:
		told = append(told, formTold{text: d.loc.Count(w.Voters, t.Voters)})
	}
	told = append(told, s.keepVoice(d, v)...)
	if !counted {
		return told
	}
	if t.Check() == nil {
		told = append(told, result)
	}
	return told
}

// keepVoice says of each institution that keeps its voice though one of its
// delegates stands back who speaks for it.
func (s voteSeed) keepVoice(d *desk, v widget.Values) (told []formTold) {
	recused, said := s.recused(v), map[string]bool{}
	person := func(id committee.AttendanceID) (p votePerson) {
		if at := slices.IndexFunc(s.People, func(p votePerson) bool { return p.ID == id }); at >= 0 {
			p = s.People[at]
		}
		return p
	}
	for _, back := range s.Voices {
		if said[back.Of] || !slices.Contains(recused, back.Attendance) {
			continue
		}
		said[back.Of] = true
		at := slices.IndexFunc(s.Voices, func(o register.Voice) bool { return o.Of == back.Of && !slices.Contains(recused, o.Attendance) })
		if at >= 0 {
			told = append(told, formTold{text: fmt.Sprintf(d.words().Vote.KeepsVoice, person(back.Attendance).Of, person(s.Voices[at].Attendance).Name)})
		}
	}
	return told
}

// nobody says why nobody has a vote.
func (s voteSeed) nobody(d *desk) string {
	w := d.words().Vote
	switch s.Mute {
	case "":
		return w.AllStandBack
	case muteAbsent:
		return w.NobodyThere
	case muteRemote:
		return w.OnlyRemote
	case muteProxies:
		return w.OnlyProxies
	}
	if s.Base == committee.BaseMandates {
		return w.NoSeat
	}
	return w.NoMember
}

// sumTold is the running sum against those who vote.
func sumTold(d *desk, t committee.Tally) formTold {
	w := d.words().Vote
	var parts []string
	for _, n := range []*int{t.Votes.For, t.Votes.Against, t.Votes.Abstain, t.Votes.None} {
		if n != nil && (t.Manner != committee.ByName || *n > 0) {
			parts = append(parts, d.loc.Number(*n))
		}
	}
	sum, dot := t.Votes.Sum(), " "+d.styles.Glyph.Dot+" "
	said := formTold{text: fmt.Sprintf(w.Sum, strings.Join(parts, w.Plus), d.loc.Number(sum), d.loc.Count(w.Voters, t.Voters))}
	switch {
	case sum < t.Voters:
		said.text, said.wrong = said.text+dot+fmt.Sprintf(w.Missing, d.loc.Number(t.Voters-sum)), true
	case sum > t.Voters:
		said.text, said.wrong = said.text+dot+fmt.Sprintf(w.TooMany, d.loc.Number(sum-t.Voters)), true
	default:
		said.good = true
	}
	return said
}

// voiceWords are the voices by what the keys of a vote by name call them.
func voiceWords(w *i18n.Words) map[committee.Voice]string {
	words := full(w.Sitting.Voice)
	words[""] = w.Common.None
	return words
}
