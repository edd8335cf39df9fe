package tui

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"suivi/internal/capture"
	"suivi/internal/committee"
	"suivi/internal/i18n"
	"suivi/tui/widget"
)

// Names of the fields that the committee's form adds to the domain's.
const (
	quorumBaseField     committee.Field = "quorum_base"
	proxiesField        committee.Field = "proxies"
	maxProxiesField     committee.Field = "max_proxies"
	remoteField         committee.Field = "remote"
	castingVoteField    committee.Field = "casting_vote"
	recommendationField committee.Field = "number_recommendation"
	actionField         committee.Field = "number_action"
	decisionField       committee.Field = "number_decision"
	meetingField        committee.Field = "number_meeting"
)

// newCommitteeForm is the form of the committee and its rules.
func newCommitteeForm(d *desk, s settingsSheet) formPage {
	w, c := d.words(), s.committee
	fields := append(committeeFields(d, c), quorumFields(d, c)...)
	return newForm(d, formSpec{
		origin: made("committee", committee.KindCommittee, c.ID, c.Version, c),
		place:  atSettings, title: w.Settings.Names, fields: append(fields, numberingFields(d, c)...),
		save: func(v widget.Values) useCase {
			base := c
			base, notice := committeeTyped(base, v), savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveCommittee(ctx, base)
				name := after.Acronym
				if name == "" {
					name = after.Name
				}
				return saved{thing: thing(committee.KindCommittee, after.ID), label: name, notice: notice(name)}, err
			}
		},
	})
}

func committeeFields(d *desk, c committee.Committee) []widget.Field {
	w := d.words()
	acronym := lineField(d, committee.FieldAcronym, c.Acronym)
	acronym.Max = 40
	if c.ID == "" { // nobody said yet in which language its papers are to be
		c.Language = d.loc.Lang
	}
	return []widget.Field{
		section(must(lineField(d, committee.FieldName, c.Name)), w.Settings.Names),
		acronym,
		hint(longField(d, committee.FieldAliases, strings.Join(c.Aliases, "\n")), w.Settings.AliasHelp),
		longField(d, committee.FieldLegalBasis, c.LegalBasis),
		longField(d, committee.FieldRemarks, c.Remarks),
		section(hint(longField(d, committee.FieldHeader, c.Header), w.Settings.HeaderHelp), w.Settings.Documents),
		labelled(choiceField(d, committee.FieldLanguage, c.Language, []committee.Language{committee.French, committee.English}, full(w.States.Language)), w.Settings.Language),
		hint(longField(d, committee.FieldSignatories, c.Signatories), w.Settings.SignatoryHelp),
		hint(lineField(d, committee.FieldConfidentiality, c.Confidentiality), w.Settings.ConfidentialityHelp),
		hint(longField(d, committee.FieldDistribution, c.Distribution), w.Settings.DistributionHelp),
	}
}

func quorumFields(d *desk, c committee.Committee) []widget.Field {
	w, q := d.words(), c.Quorum
	if q.Base == committee.BaseUnset {
		q.Base = committee.BaseInstitutions
	}
	base := labelled(choiceField(d, quorumBaseField, q.Base, []committee.QuorumBase{committee.BaseInstitutions, committee.BaseMandates}, full(w.States.QuorumBase)), w.Settings.Base)
	base.When = func(v widget.Values) bool { return v.Text(string(committee.FieldQuorum)) != "" }
	most := labelled(numberField(d, maxProxiesField, unlessZero(q.MaxProxies), 1, 1000), w.Settings.MaxProxies)
	most.When = func(v widget.Values) bool { return v.Text(string(proxiesField)) == string(committee.Yes) }
	return []widget.Field{
		section(quorumField(d, q), w.Settings.Rules),
		base,
		answerField(d, proxiesField, w.Settings.Proxies, q.Proxies),
		most,
		answerField(d, remoteField, w.Settings.Remote, q.Remote),
		answerField(d, castingVoteField, w.Settings.CastingVote, q.CastingVote),
		labelled(numberField(d, committee.FieldNoticeDays, unlessZero(c.NoticeDays), 0, 365), w.Settings.NoticeDays),
		labelled(numberField(d, committee.FieldCirculationDays, unlessZero(c.CirculationDays), 0, 365), w.Settings.CirculationDays),
		choiceField(d, committee.FieldLateItems, c.LateItems, []committee.Choice{committee.Unset, committee.Yes, committee.No}, lateItemWords(d)),
	}
}

// lateItemWords says what each answer means for a point off the agenda.
func lateItemWords(d *desk) map[committee.Choice]string {
	w := d.words()
	return map[committee.Choice]string{committee.Unset: w.Common.Unset, committee.Yes: w.Settings.LateItemsYes, committee.No: w.Settings.LateItemsNo}
}

// unlessZero is a number of which 0 means that it is not known.
func unlessZero(n int) *int {
	if n == 0 {
		return nil
	}
	return &n
}

// quorumField takes the rule as people write it: 1/2, 60 %, 50 % + 1, or 8; and
// says what was understood.
func quorumField(d *desk, q committee.Quorum) widget.Field {
	value := ""
	switch {
	case q.Number > 0:
		value = strconv.Itoa(q.Number)
	case q.MoreThanHalf():
		value = d.words().Settings.HalfAndOne
	case q.Set():
		value = strconv.Itoa(q.Numerator) + "/" + strconv.Itoa(q.Denominator)
	}
	return widget.Field{
		Name: string(committee.FieldQuorum), Label: d.words().Settings.Quorum, Kind: widget.FieldAmount, Value: value, Help: d.words().Settings.QuorumHelp, Max: 60,
		Parse: func(typed string) (string, string, string) {
			q, err := readQuorum(typed)
			if err != nil {
				return "", "", fault(d, err)
			}
			if q.Number > 0 {
				return strconv.Itoa(q.Number), fmt.Sprintf(d.words().Settings.AtLeast, d.loc.Number(q.Number)), ""
			}
			if !q.Set() {
				return "", "", ""
			}
			return strconv.Itoa(q.Numerator) + "/" + strconv.Itoa(q.Denominator), fractionSaid(d, q), ""
		},
	}
}

// readQuorum reads a fraction or a number of members; whom it counts is asked
// elsewhere. Nothing is no rule.
func readQuorum(typed string) (committee.Quorum, error) {
	q, err := parsedQuorum(typed)
	var wrong *committee.FieldError
	if errors.As(err, &wrong) && wrong.Reason == committee.ReasonFraction {
		wrong.Detail = strings.TrimSpace(typed)
	}
	return q, err
}

func parsedQuorum(typed string) (committee.Quorum, error) {
	q, err := capture.Quorum(typed)
	if err != nil || !q.Set() {
		return q, err
	}
	q.Base = committee.BaseInstitutions
	// The domain judges a committee as a whole.
	probe := committee.Committee{Name: "-", Language: committee.French, Numbers: committee.DefaultNumbering(), Quorum: q}
	return q, probe.Validate()
}

func numberingFields(d *desk, c committee.Committee) []widget.Field {
	w, n := d.words().Settings, c.Numbers
	return []widget.Field{
		section(patternField(d, recommendationField, w.Recommendation, n.Recommendation), w.Numbering),
		patternField(d, actionField, w.Action, n.Action),
		patternField(d, decisionField, w.Decision, n.Decision),
		patternField(d, meetingField, w.Meeting, n.Meeting),
	}
}

// patternField takes a numbering pattern and shows the reference it gives.
func patternField(d *desk, f committee.Field, label, value string) widget.Field {
	year := d.today().Year()
	return must(widget.Field{
		// Of the short texts that Parse reads this kind is the widest.
		Name: string(f), Label: label, Kind: widget.FieldAmount, Value: value, Help: d.words().Settings.PatternHelp, Max: 40,
		Parse: func(typed string) (string, string, string) {
			one := committee.Numbering{Recommendation: typed, Action: "1{AAAA}{N}", Decision: "2{AAAA}{N}", Meeting: "3{AAAA}{N}"}
			if one.Validate() != nil {
				return "", "", fault(d, &committee.FieldError{Field: committee.FieldNumbers, Reason: committee.ReasonPattern})
			}
			return typed, committee.Format(typed, year, 1), ""
		},
	})
}

// committeeTyped is the committee with what the form holds.
func committeeTyped(c committee.Committee, v widget.Values) committee.Committee {
	c.Name, c.Acronym, c.LegalBasis = typed(v, committee.FieldName), typed(v, committee.FieldAcronym), typed(v, committee.FieldLegalBasis)
	c.Aliases = nil
	for _, alias := range strings.Split(typed(v, committee.FieldAliases), "\n") {
		if alias = strings.TrimSpace(alias); alias != "" {
			c.Aliases = append(c.Aliases, alias)
		}
	}
	c.Header, c.Language = typed(v, committee.FieldHeader), chosen[committee.Language](v, committee.FieldLanguage)
	c.Confidentiality, c.Distribution = typed(v, committee.FieldConfidentiality), typed(v, committee.FieldDistribution)
	c.Signatories, c.Remarks = typed(v, committee.FieldSignatories), typed(v, committee.FieldRemarks)
	c.Quorum, _ = readQuorum(v.Canon(string(committee.FieldQuorum)))
	c.Quorum.Base = chosen[committee.QuorumBase](v, quorumBaseField)
	c.Quorum.Proxies, c.Quorum.MaxProxies = chosen[committee.Choice](v, proxiesField), orZero(whole(v, maxProxiesField))
	c.Quorum.Remote, c.Quorum.CastingVote = chosen[committee.Choice](v, remoteField), chosen[committee.Choice](v, castingVoteField)
	c.NoticeDays, c.CirculationDays = orZero(whole(v, committee.FieldNoticeDays)), orZero(whole(v, committee.FieldCirculationDays))
	c.LateItems = chosen[committee.Choice](v, committee.FieldLateItems)
	c.Numbers = committee.Numbering{
		Recommendation: v.Canon(string(recommendationField)), Action: v.Canon(string(actionField)),
		Decision: v.Canon(string(decisionField)), Meeting: v.Canon(string(meetingField)),
	}
	return c
}

func orZero(n *int) int {
	if n == nil {
		return 0
	}
	return *n
}

// newAxisForm is the form of an axis or a theme, new or known.
func newAxisForm(d *desk, a committee.Axis) formPage {
	w := d.words()
	title := i18n.Capital(w.States.Kind[committee.KindAxis].New)
	if a.ID != "" {
		title = editing(d, a.Name)
	}
	if a.Kind == "" {
		a.Kind = committee.AxisOfPlan
	}
	code := labelled(lineField(d, committee.FieldNumber, a.Code), w.Settings.Code)
	code.Max = 40
	return newForm(d, formSpec{
		origin: made("axis", committee.KindAxis, a.ID, a.Version, a),
		place:  atSettings, title: title,
		fields: []widget.Field{
			must(lineField(d, committee.FieldName, a.Name)),
			choiceField(d, committee.FieldKind, a.Kind, []committee.AxisKind{committee.AxisOfPlan, committee.Theme}, full(w.States.Axis)),
			code,
			labelled(numberField(d, committee.FieldPosition, unlessZero(a.Position), 1, 1000), w.Settings.Position),
			longField(d, committee.FieldRemarks, a.Remarks),
		},
		save: func(v widget.Values) useCase {
			base := a
			base.Name, base.Kind, base.Code = typed(v, committee.FieldName), chosen[committee.AxisKind](v, committee.FieldKind), typed(v, committee.FieldNumber)
			base.Position, base.Remarks = orZero(whole(v, committee.FieldPosition)), typed(v, committee.FieldRemarks)
			notice := savedNotice(d)
			return func(ctx context.Context, b Book) (saved, error) {
				after, err := b.SaveAxis(ctx, base)
				return saved{thing: thing(committee.KindAxis, after.ID), label: after.Name, notice: notice(after.Name)}, err
			}
		},
	})
}
