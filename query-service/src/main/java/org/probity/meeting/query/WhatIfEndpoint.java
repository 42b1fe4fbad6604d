package org.probity.meeting.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.QuorumRule;
import org.probity.id.OrganisationCode;
import org.probity.id.RulePackVersion;
import org.probity.identity.Actor;
import org.probity.meeting.query.WhatIfQuery.*;
import org.probity.query.InvalidParameter;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Asks what would have been under another rule pack, such as one that is about to be adopted. */
@RestController
class WhatIfEndpoint {

    private static final Pattern FRACTION = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    private final Questions questions;

    WhatIfEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/rule-packs/what-if")
    WhatIfFound whatIf(
            Actor actor,
            @RequestParam OrganisationCode body,
            @RequestParam(required = false) @Nullable RulePackVersion version,
            @RequestParam(required = false) @Nullable String statutoryQuorum,
            @RequestParam(required = false) @Nullable Integer officers,
            @RequestParam(required = false) @Nullable Integer nonOfficers,
            @RequestParam(required = false) @Nullable Integer noticeClearDays,
            @RequestParam(required = false) @Nullable Integer chairsActionConsulted,
            Moment moment,
            PageAsked page) {
        var changed = new Numbers(
                fraction(statutoryQuorum),
                counted("officers", officers),
                counted("nonOfficers", nonOfficers),
                counted("noticeClearDays", noticeClearDays),
                counted("chairsActionConsulted", chairsActionConsulted));
        return questions.ask(new FindWhatIf(body, version, changed, moment, page, actor), WhatIfFound.class);
    }

    private static @Nullable QuorumRule fraction(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher matcher = FRACTION.matcher(text);
        if (matcher.matches()) {
            try {
                return new QuorumRule(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            } catch (IllegalArgumentException e) {
                // falls through to the refusal below
            }
        }
        throw new InvalidParameter("statutoryQuorum", "a fraction above 0 and up to 1, such as 1/3");
    }

    private static @Nullable Integer counted(String parameter, @Nullable Integer number) {
        if (number != null && number < 0) {
            throw new InvalidParameter(parameter, "a number from 0 on");
        }
        return number;
    }
}
