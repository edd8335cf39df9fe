package starter

import (
	"fmt"
	"io/fs"
	"strings"

	"github.com/BurntSushi/toml"

	"suivi/internal/committee"
)

// file is one data file of a pack. A row without a provenance of its own has
// that of its file.
type file struct {
	name string

	Provenance      []provenanceRow     `toml:"provenance"`
	Committee       *committeeRow       `toml:"committee"`
	References      []referenceRow      `toml:"reference"`
	Axes            []axisRow           `toml:"axis"`
	Institutions    []institutionRow    `toml:"institution"`
	Functions       []functionRow       `toml:"function"`
	People          []personRow         `toml:"person"`
	Mandates        []mandateRow        `toml:"mandate"`
	Groups          []groupRow          `toml:"group"`
	Meetings        []meetingRow        `toml:"meeting"`
	Items           []itemRow           `toml:"item"`
	Attendance      []attendanceRow     `toml:"attendance"`
	Entries         []entryRow          `toml:"entry"`
	Decisions       []decisionRow       `toml:"decision"`
	Recommendations []recommendationRow `toml:"recommendation"`
	Guidelines      []guidelineRow      `toml:"guideline"`
	Articles        []articleRow        `toml:"article"`
	Actions         []actionRow         `toml:"action"`
}

// readFile reads one data file; a key that no row has is an error.
func readFile(from fs.FS, name string) (*file, error) {
	f := &file{name: strings.TrimPrefix(name, "data/")}
	text, err := fs.ReadFile(from, name)
	if err != nil {
		return nil, fmt.Errorf("starter: %w", err)
	}
	meta, err := toml.Decode(string(text), f)
	if err != nil {
		return nil, fmt.Errorf("starter: %s: %w", f.name, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return nil, fmt.Errorf("starter: %s: unknown key %s", f.name, unknown[0])
	}
	return f, nil
}

// row is what every row has: a key that others name it by, and where its
// facts come from.
type row struct {
	Key        string          `toml:"key"`
	Provenance []provenanceRow `toml:"provenance"`
}

type provenanceRow struct {
	Source    string              `toml:"source"`
	At        string              `toml:"at"`
	Certainty committee.Certainty `toml:"certainty"`
	Note      string              `toml:"note"`
}

type committeeRow struct {
	row
	Name        string           `toml:"name"`
	Acronym     string           `toml:"acronym"`
	Aliases     []string         `toml:"aliases"`
	LegalBasis  string           `toml:"legal_basis"`
	Header      string           `toml:"header"`
	Quorum      quorumRow        `toml:"quorum"`
	Notice      int              `toml:"notice_days"`
	Circulation int              `toml:"circulation_days"`
	Signatories string           `toml:"signatories"`
	LateItems   committee.Choice `toml:"late_items"`
	Remarks     string           `toml:"remarks"`

	Confidentiality string `toml:"confidentiality"`
	Distribution    string `toml:"distribution"`
}

type quorumRow struct {
	Base        committee.QuorumBase `toml:"base"`
	Numerator   int                  `toml:"numerator"`
	Denominator int                  `toml:"denominator"`
	Proxies     committee.Choice     `toml:"proxies"`
	MaxProxies  int                  `toml:"max_proxies"`
	Remote      committee.Choice     `toml:"remote"`
	CastingVote committee.Choice     `toml:"casting_vote"`
}

type referenceRow struct {
	row
	Kind    committee.ReferenceKind `toml:"kind"`
	Title   string                  `toml:"title"`
	Number  string                  `toml:"number"`
	Date    committee.Date          `toml:"date"`
	Period  string                  `toml:"period"`
	URL     string                  `toml:"url"`
	Amount  *committee.Amount       `toml:"amount"`
	Remarks string                  `toml:"remarks"`
}

type axisRow struct {
	row
	Code    string             `toml:"code"`
	Name    string             `toml:"name"`
	Kind    committee.AxisKind `toml:"kind"`
	Remarks string             `toml:"remarks"`
}

type institutionRow struct {
	row
	Name     string                    `toml:"name"`
	Acronym  string                    `toml:"acronym"`
	Kind     committee.InstitutionKind `toml:"kind"`
	Capacity committee.Capacity        `toml:"capacity"`
	Contact  string                    `toml:"contact"`
	Remarks  string                    `toml:"remarks"`
}

type functionRow struct {
	row
	Institution string `toml:"institution"`
	Title       string `toml:"title"`
	Remarks     string `toml:"remarks"`
}

type personRow struct {
	row
	Name    string `toml:"name"`
	Phone   string `toml:"phone"`
	Email   string `toml:"email"`
	Remarks string `toml:"remarks"`
}

type mandateRow struct {
	row
	Person   string                `toml:"person"`
	Function string                `toml:"function"`
	Kind     committee.MandateKind `toml:"kind"`
	From     committee.Date        `toml:"from"`
	To       committee.Date        `toml:"to"`
	Act      string                `toml:"act"`
	Remarks  string                `toml:"remarks"`
}

type groupRow struct {
	row
	Name       string              `toml:"name"`
	Acronym    string              `toml:"acronym"`
	Kind       committee.GroupKind `toml:"kind"`
	Meeting    string              `toml:"meeting"`
	Purpose    string              `toml:"purpose"`
	Chair      string              `toml:"chair"`
	Rapporteur string              `toml:"rapporteur"`
	Members    []string            `toml:"members"`
	Remarks    string              `toml:"remarks"`
}
