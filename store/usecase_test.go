package store

import (
	"reflect"
	"regexp"
	"testing"

	"suivi/internal/committee"
)

// useCases prepares every use case that writes and gives it back, to be
// carried out by whoever asks.
func useCases(d desk) map[string]func() func(s *Store) error {
	all := map[string]func() func(s *Store) error{}
	for _, some := range []map[string]func() func(s *Store) error{
		savingCases(d), rulingCases(d), progressCases(d), sessionCases(d), minutesCases(d), directoryCases(d), lineCases(d), sittingCases(d),
	} {
		for name, prepare := range some {
			all[name] = prepare
		}
	}
	return all
}

// fails keeps the error of a use case and drops what it returns.
func fails[T any](_ T, err error) error { return err }

func savingCases(d desk) map[string]func() func(s *Store) error {
	m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
	g, _ := d.guideline()
	i := d.item(m.ID, "Point")
	d.item(m.ID, "Suivant")
	return map[string]func() func(s *Store) error{
		"SaveMeeting": func() func(s *Store) error {
			return func(s *Store) error {
				return fails(s.SaveMeeting(ctx, committee.Meeting{Kind: committee.Ordinary, Title: "Autre"}))
			}
		},
		"SaveAgendaItem": func() func(s *Store) error {
			v := committee.AgendaItem{Meeting: m.ID, Kind: committee.Discussion, Title: "Point", Position: 1}
			return func(s *Store) error { return fails(s.SaveAgendaItem(ctx, v)) }
		},
		"SaveAttendance": func() func(s *Store) error {
			return func(s *Store) error {
				return fails(s.SaveAttendance(ctx, committee.Attendance{Meeting: m.ID, Institution: d.justice.ID}))
			}
		},
		"SaveEntry": func() func(s *Store) error {
			return func(s *Store) error {
				return fails(s.SaveEntry(ctx, committee.Entry{Item: i.ID, Kind: committee.Note, Text: "Note"}))
			}
		},
		"SaveDecision": func() func(s *Store) error {
			return func(s *Store) error { return fails(s.SaveDecision(ctx, committee.Decision{}, "Texte")) }
		},
		"SaveRecommendation": func() func(s *Store) error {
			return func(s *Store) error { return fails(s.SaveRecommendation(ctx, committee.Recommendation{}, "Texte")) }
		},
		"SaveGuideline": func() func(s *Store) error {
			return func(s *Store) error { return fails(s.SaveGuideline(ctx, committee.Guideline{Heading: "Titre"})) }
		},
		"SaveArticle": func() func(s *Store) error {
			return func(s *Store) error {
				return fails(s.SaveArticle(ctx, committee.Article{Guideline: g.ID}, "Texte"))
			}
		},
		"SaveAction": func() func(s *Store) error {
			return func(s *Store) error { return fails(s.SaveAction(ctx, committee.Action{Text: "Texte"})) }
		},
	}
}

func rulingCases(d desk) map[string]func() func(s *Store) error {
	amended := committee.Ruling{On: "2017-12-12", Reason: "motif", Text: "Texte amendé"}
	proposed := func(use func(s *Store, r committee.Recommendation) error) func() func(s *Store) error {
		return func() func(s *Store) error {
			r := d.recommendation()
			return func(s *Store) error { return use(s, r) }
		}
	}
	put := func(use func(s *Store, x committee.Decision) error) func() func(s *Store) error {
		return func() func(s *Store) error {
			x := d.decision()
			return func(s *Store) error { return use(s, x) }
		}
	}
	on := ruling("2017-12-12")
	return map[string]func() func(s *Store) error{
		"AdoptRecommendation": proposed(func(s *Store, r committee.Recommendation) error {
			return fails(s.AdoptRecommendation(ctx, r.ID, r.Version, amended))
		}),
		"RejectRecommendation": proposed(func(s *Store, r committee.Recommendation) error {
			return fails(s.RejectRecommendation(ctx, r.ID, r.Version, on))
		}),
		"DeferRecommendation": proposed(func(s *Store, r committee.Recommendation) error {
			return fails(s.DeferRecommendation(ctx, r.ID, r.Version, on))
		}),
		"WithdrawRecommendation": proposed(func(s *Store, r committee.Recommendation) error {
			return fails(s.WithdrawRecommendation(ctx, r.ID, r.Version, on))
		}),
		"AmendRecommendation": func() func(s *Store) error {
			r := d.recommendation()
			r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-12-01")))(d.t)
			return func(s *Store) error { return fails(s.AmendRecommendation(ctx, r.ID, r.Version, amended)) }
		},
		"AdoptDecision":    put(func(s *Store, x committee.Decision) error { return fails(s.AdoptDecision(ctx, x.ID, x.Version, on)) }),
		"RejectDecision":   put(func(s *Store, x committee.Decision) error { return fails(s.RejectDecision(ctx, x.ID, x.Version, on)) }),
		"DeferDecision":    put(func(s *Store, x committee.Decision) error { return fails(s.DeferDecision(ctx, x.ID, x.Version, on)) }),
		"WithdrawDecision": put(func(s *Store, x committee.Decision) error { return fails(s.WithdrawDecision(ctx, x.ID, x.Version, on)) }),
		"AmendDecision": func() func(s *Store) error {
			x := d.decision()
			x = must(d.AdoptDecision(ctx, x.ID, x.Version, ruling("2017-12-01")))(d.t)
			return func(s *Store) error { return fails(s.AmendDecision(ctx, x.ID, x.Version, amended)) }
		},
		"AdvanceGuideline": func() func(s *Store) error {
			g, _ := d.guideline("Un", "Deux")
			return func(s *Store) error { return fails(s.AdvanceGuideline(ctx, g.ID, g.Version, committee.VerbAdopt, on)) }
		},
		"AmendArticle": func() func(s *Store) error {
			_, all := d.adopted("Un")
			return func(s *Store) error { return fails(s.AmendArticle(ctx, all[0].ID, all[0].Version, amended)) }
		},
	}
}

func progressCases(d desk) map[string]func() func(s *Store) error {
	return map[string]func() func(s *Store) error{
		"AdvanceRecommendation": func() func(s *Store) error {
			r := d.recommendation()
			r = must(d.AdoptRecommendation(ctx, r.ID, r.Version, ruling("2017-12-01")))(d.t)
			return func(s *Store) error {
				return fails(s.AdvanceRecommendation(ctx, r.ID, r.Version, committee.Step{Verb: committee.VerbDeclare, On: "2017-12-15"}))
			}
		},
		"AdvanceAction": func() func(s *Store) error {
			a := d.action(committee.Action{})
			return func(s *Store) error {
				return fails(s.AdvanceAction(ctx, a.ID, a.Version, committee.Step{Verb: committee.VerbStart, On: "2017-12-15"}))
			}
		},
		"ReportProgress": func() func(s *Store) error {
			a := d.action(committee.Action{})
			return func(s *Store) error {
				return fails(s.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Fait", State: committee.Declared}))
			}
		},
		"ConfirmUpdate": func() func(s *Store) error {
			a := d.action(committee.Action{})
			must(d.ReportProgress(ctx, a.Version, committee.Update{Action: a.ID, Text: "Fait"}))(d.t)
			u := must(d.Action(ctx, a.ID))(d.t).Updates[0]
			return func(s *Store) error {
				return fails(s.ConfirmUpdate(ctx, u.ID, u.Version, committee.Yes, d.person.ID, "2017-12-16", ""))
			}
		},
		"GrantExtension": func() func(s *Store) error {
			a := d.action(committee.Action{Due: "2018-01-31"})
			return func(s *Store) error {
				return fails(s.GrantExtension(ctx, a.Version, committee.Extension{Action: a.ID, To: "2018-Q2", Reason: "motif"}))
			}
		},
	}
}

// apart is a meeting of a body of its own, which stays in session.
func (d desk) apart() committee.Meeting {
	d.t.Helper()
	g := must(d.SaveGroup(ctx, committee.Group{Name: "Groupe", Kind: committee.Standing}))(d.t)
	return d.meeting(committee.Meeting{Kind: committee.GroupMeeting, Group: g.ID, Starts: "2017-12-20"})
}

func sessionCases(d desk) map[string]func() func(s *Store) error {
	planned := func(use func(s *Store, m committee.Meeting) error) func() func(s *Store) error {
		return func() func(s *Store) error {
			m := d.meeting(committee.Meeting{Starts: "2017-12-20"})
			return func(s *Store) error { return use(s, m) }
		}
	}
	return map[string]func() func(s *Store) error{
		"ConveneMeeting": planned(func(s *Store, m committee.Meeting) error {
			return fails(s.ConveneMeeting(ctx, m.ID, m.Version, "2017-12-10"))
		}),
		"PostponeMeeting": planned(func(s *Store, m committee.Meeting) error {
			return fails(s.PostponeMeeting(ctx, m.ID, m.Version, "2018-01-10", "motif"))
		}),
		"CancelMeeting": planned(func(s *Store, m committee.Meeting) error {
			return fails(s.CancelMeeting(ctx, m.ID, m.Version, "motif"))
		}),
		"OpenMeeting": func() func(s *Store) error {
			m := d.apart()
			return func(s *Store) error { return fails(s.OpenMeeting(ctx, m.ID, m.Version, "09:00")) }
		},
		"AdjournMeeting": func() func(s *Store) error {
			m := d.meeting(committee.Meeting{Starts: "2017-12-15"})
			m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(d.t)
			return func(s *Store) error {
				return fails(s.AdjournMeeting(ctx, m.ID, m.Version, "10:15", passed(must(d.Checks(ctx, m.ID))(d.t))...))
			}
		},
		"MoveAgendaItem": func() func(s *Store) error {
			m := d.meeting(committee.Meeting{})
			i := d.item(m.ID, "Un")
			d.item(m.ID, "Deux")
			return func(s *Store) error { return fails(s.MoveAgendaItem(ctx, i.ID, i.Version, 1)) }
		},
		"SettleAgendaItem": func() func(s *Store) error {
			i := d.item(d.meeting(committee.Meeting{Starts: "2017-12-15"}).ID, "Un")
			return func(s *Store) error {
				return fails(s.SettleAgendaItem(ctx, i.ID, i.Version, committee.DealtWith, "", "note"))
			}
		},
	}
}

func minutesCases(d desk) map[string]func() func(s *Store) error {
	circulated := func() committee.Meeting {
		m := d.held("2017-11-02")
		return must(d.CirculateMinutes(ctx, m.ID, m.Version, "2017-11-10"))(d.t)
	}
	adopted := func() committee.Meeting {
		m := circulated()
		return must(d.AdoptMinutes(ctx, m.ID, m.Version, d.held("2017-12-01").ID, "2017-12-01"))(d.t)
	}
	return map[string]func() func(s *Store) error{
		"CirculateMinutes": func() func(s *Store) error {
			m := d.held("2017-11-02")
			return func(s *Store) error { return fails(s.CirculateMinutes(ctx, m.ID, m.Version, "2017-11-10")) }
		},
		"AdoptMinutes": func() func(s *Store) error {
			m, at := circulated(), d.held("2017-12-01")
			return func(s *Store) error { return fails(s.AdoptMinutes(ctx, m.ID, m.Version, at.ID, "2017-12-01")) }
		},
		"SignMinutes": func() func(s *Store) error {
			m := adopted()
			return func(s *Store) error { return fails(s.SignMinutes(ctx, m.ID, m.Version, "2017-12-05")) }
		},
		"CorrectMinutes": func() func(s *Store) error {
			m := adopted()
			return func(s *Store) error {
				return fails(s.CorrectMinutes(ctx, m.ID, m.Version, committee.Correction{On: "2017-12-05", Text: "Lire 12"}))
			}
		},
		"ReopenMeeting": func() func(s *Store) error {
			m := d.apart()
			m = must(d.OpenMeeting(ctx, m.ID, m.Version, "09:00"))(d.t)
			m = must(d.adjourn(m, "10:15"))(d.t)
			return func(s *Store) error { return fails(s.ReopenMeeting(ctx, m.ID, m.Version, "oubli")) }
		},
	}
}

func directoryCases(d desk) map[string]func() func(s *Store) error {
	one := func(use func(s *Store) error) func() func(s *Store) error {
		return func() func(s *Store) error { return use }
	}
	return map[string]func() func(s *Store) error{
		"SaveInstitution": one(func(s *Store) error { return fails(s.SaveInstitution(ctx, committee.Institution{Name: "Nouvelle"})) }),
		"SaveFunction": one(func(s *Store) error {
			return fails(s.SaveFunction(ctx, committee.Function{Institution: d.sante.ID, Title: "Directeur"}))
		}),
		"SavePerson": one(func(s *Store) error { return fails(s.SavePerson(ctx, committee.Person{Name: "X"})) }),
		"SaveMandate": one(func(s *Store) error {
			return fails(s.SaveMandate(ctx, committee.Mandate{Person: d.person.ID, Function: d.function.ID, Kind: committee.FocalPoint}))
		}),
		"EndMandate": func() func(s *Store) error {
			m := must(d.SaveMandate(ctx, committee.Mandate{Person: d.person.ID, Function: d.function.ID, Kind: committee.Alternate}))(d.t)
			return func(s *Store) error { return fails(s.EndMandate(ctx, m.ID, m.Version, "2017-12-31")) }
		},
		"SaveGroup": one(func(s *Store) error {
			return fails(s.SaveGroup(ctx, committee.Group{Name: "G", Kind: committee.Standing}))
		}),
		"SaveAxis": one(func(s *Store) error { return fails(s.SaveAxis(ctx, committee.Axis{Name: "A", Kind: committee.Theme})) }),
		"SaveReference": one(func(s *Store) error {
			return fails(s.SaveReference(ctx, committee.Reference{Title: "T", Kind: committee.Law}))
		}),
		"SaveCommittee": func() func(s *Store) error {
			c := must(d.Committee(ctx))(d.t)
			c.Name = "Comité"
			return func(s *Store) error { return fails(s.SaveCommittee(ctx, c)) }
		},
		"Archive": func() func(s *Store) error {
			a := d.action(committee.Action{})
			return func(s *Store) error { return s.Archive(ctx, actions.thing(string(a.ID)), a.Version, false) }
		},
		"Restore": func() func(s *Store) error {
			a := d.action(committee.Action{})
			if err := d.Archive(ctx, actions.thing(string(a.ID)), a.Version, false); err != nil {
				d.t.Fatal(err)
			}
			return func(s *Store) error { return s.Restore(ctx, actions.thing(string(a.ID)), a.Version+1) }
		},
	}
}

// writing matches the names of use cases that write.
var writing = regexp.MustCompile(`^(Save|End|Adopt|Reject|Defer|Withdraw|Amend|Advance|Report|Confirm|Grant|Convene|Open|Adjourn|Postpone|Cancel|` +
	`Reopen|Circulate|Sign|Correct|Move|Settle|Archive|Restore|Capture|Revise|Turn|Split|TakeUp|Conclude|Suspend|Resume|Attend|Welcome|Recuse|Record|Answer)`)

func TestEveryUseCase(t *testing.T) {
	d := newDesk(t)
	cases := useCases(d)
	methods := reflect.TypeFor[*Store]()
	for i := range methods.NumMethod() {
		// SaveAs moves the whole file and changes nothing in it.
		if name := methods.Method(i).Name; writing.MatchString(name) && name != "SaveAs" && cases[name] == nil {
			t.Errorf("%s is not tried", name)
		}
	}
	reader := d.As(committee.Actor{Name: "Observateur", ReadOnly: true})
	for name, prepare := range cases {
		t.Run(name, func(t *testing.T) {
			use := prepare()
			before := journalLines(t, d.Store)
			refused(t, use(reader), committee.ReasonReadOnly)
			if n := journalLines(t, d.Store) - before; n != 0 {
				t.Errorf("a reader wrote %d lines in the journal", n)
			}
			if err := use(d.Store); err != nil {
				t.Fatal(err)
			}
			if n := journalLines(t, d.Store) - before; n != 1 {
				t.Errorf("it wrote %d lines in the journal", n)
			}
			if findings := must(d.Check(ctx))(t); len(findings) > 0 {
				t.Errorf("the check finds %+v", findings)
			}
		})
	}
}
