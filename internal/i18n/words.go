// Package i18n holds every word a person sees, in French and in English, and
// the printers of dates, numbers and errors.
//
// The words of a page live in a file named after it: home.go declares
// type HomeWords struct, var homeFrench and var homeEnglish. To add a page,
// write that file and add one field to Words, one line to french and one to
// english below. Strings, [Plural], nested structs, arrays, slices and maps
// are all found by the tests, which refuse an empty string, a language that
// lacks a key, verbs that differ between the languages and French that breaks
// the rules of typography: ’ and not ', « » with a no-break space inside, a
// no-break space before : ; ! ? %, and … in one character.
//
// A string with verbs is a format for fmt.Sprintf; where the order of the
// words differs, both languages use explicit indexes, as %[2]s. A string whose
// first verb is a count is a Plural, printed by [Locale.Count].
package i18n

import "suivi/internal/committee"

// Words is everything suivi says in one language, grouped by page.
type Words struct {
	Directory      DirectoryWords
	Reference      ReferenceWords
	Settings       SettingsWords
	Meeting        MeetingWords
	Agenda         AgendaWords
	Attendance     AttendanceWords
	Entry          EntryWords
	Guideline      GuidelineWords
	Decision       DecisionWords
	Recommendation RecommendationWords
	Proposal       ProposalWords
	Common         CommonWords
	Calendar       CalendarWords
	States         StateWords
	Fields         map[committee.Field]string
	Reasons        map[committee.Reason]string
	Errors         ErrorWords
	Command        CommandWords
	Check          CheckWords
	Keys           KeyWords
	Root           RootWords
	List           ListWords
	Sheet          SheetWords
	Form           FormWords
	Home           HomeWords
	Welcome        WelcomeWords
	Step           StepWords
	Action         ActionWords
	Journal        JournalWords
	Dump           DumpWords
	Backup         BackupWords
	Palette        PaletteWords
	Search         SearchWords
	Conflict       ConflictWords
	Watch          WatchWords
	Draft          DraftWords
	Editor         EditorWords
	Generate       GenerateWords
	Capture        CaptureWords
	Session        SessionWords
	Minutes        MinutesWords
	Attend         AttendWords
	Summary        SummaryWords
	Adjourn        AdjournWords
	Bloc           BlocWords
	Adoption       AdoptionWords
	Vote           VoteWords
	Matters        MattersWords
	Paper          PaperWords
	Template       TemplateWords
	Prepare        PrepareWords
	Sitting        SittingWords
	Presence       PresenceWords
}

var french = Words{
	Directory:      directoryFrench,
	Reference:      referenceFrench,
	Settings:       settingsFrench,
	Meeting:        meetingFrench,
	Agenda:         agendaFrench,
	Attendance:     attendanceFrench,
	Entry:          entryFrench,
	Guideline:      guidelineFrench,
	Decision:       decisionFrench,
	Recommendation: recommendationFrench,
	Proposal:       proposalFrench,
	Common:         commonFrench,
	Calendar:       calendarFrench,
	States:         stateFrench,
	Fields:         fieldFrench,
	Reasons:        reasonFrench,
	Errors:         errorFrench,
	Command:        commandFrench,
	Check:          checkFrench,
	Keys:           keysFrench,
	Root:           rootFrench,
	List:           listFrench,
	Sheet:          sheetFrench,
	Form:           formFrench,
	Home:           homeFrench,
	Welcome:        welcomeFrench,
	Step:           stepFrench,
	Action:         actionFrench,
	Journal:        journalFrench,
	Dump:           dumpFrench,
	Backup:         backupFrench,
	Palette:        paletteFrench,
	Search:         searchFrench,
	Conflict:       conflictFrench,
	Watch:          watchFrench,
	Draft:          draftFrench,
	Editor:         editorFrench,
	Generate:       generateFrench,
	Capture:        captureFrench,
	Session:        sessionFrench,
	Minutes:        minutesFrench,
	Attend:         attendFrench,
	Summary:        summaryFrench,
	Adjourn:        adjournFrench,
	Bloc:           blocFrench,
	Adoption:       adoptionFrench,
	Vote:           voteFrench,
	Matters:        mattersFrench,
	Paper:          paperFrench,
	Template:       templateFrench,
	Prepare:        prepareFrench,
	Sitting:        sittingFrench,
	Presence:       presenceFrench,
}

var english = Words{
	Directory:      directoryEnglish,
	Reference:      referenceEnglish,
	Settings:       settingsEnglish,
	Meeting:        meetingEnglish,
	Agenda:         agendaEnglish,
	Attendance:     attendanceEnglish,
	Entry:          entryEnglish,
	Guideline:      guidelineEnglish,
	Decision:       decisionEnglish,
	Recommendation: recommendationEnglish,
	Proposal:       proposalEnglish,
	Common:         commonEnglish,
	Calendar:       calendarEnglish,
	States:         stateEnglish,
	Fields:         fieldEnglish,
	Reasons:        reasonEnglish,
	Errors:         errorEnglish,
	Command:        commandEnglish,
	Check:          checkEnglish,
	Keys:           keysEnglish,
	Root:           rootEnglish,
	List:           listEnglish,
	Sheet:          sheetEnglish,
	Form:           formEnglish,
	Home:           homeEnglish,
	Welcome:        welcomeEnglish,
	Step:           stepEnglish,
	Action:         actionEnglish,
	Journal:        journalEnglish,
	Dump:           dumpEnglish,
	Backup:         backupEnglish,
	Palette:        paletteEnglish,
	Search:         searchEnglish,
	Conflict:       conflictEnglish,
	Watch:          watchEnglish,
	Draft:          draftEnglish,
	Editor:         editorEnglish,
	Generate:       generateEnglish,
	Capture:        captureEnglish,
	Session:        sessionEnglish,
	Minutes:        minutesEnglish,
	Attend:         attendEnglish,
	Summary:        summaryEnglish,
	Adjourn:        adjournEnglish,
	Bloc:           blocEnglish,
	Adoption:       adoptionEnglish,
	Vote:           voteEnglish,
	Matters:        mattersEnglish,
	Paper:          paperEnglish,
	Template:       templateEnglish,
	Prepare:        prepareEnglish,
	Sitting:        sittingEnglish,
	Presence:       presenceEnglish,
}
