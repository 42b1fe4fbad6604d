package org.probity.campaign.query;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.campaign.query.CampaignQuery.*;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.identity.Actor;
import org.probity.query.Moment;
import org.probity.query.PageAsked;
import org.probity.query.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads about competitions. */
@RestController
class CampaignEndpoint {

    private final Questions questions;

    CampaignEndpoint(Questions questions) {
        this.questions = questions;
    }

    @GetMapping("/api/campaigns")
    CampaignsFound all(
            Actor actor, @RequestParam(required = false) @Nullable UUID establishment, Moment moment, PageAsked page) {
        EstablishmentId of = establishment == null ? null : new EstablishmentId(establishment);
        return questions.ask(new FindCampaigns(of, actor, moment, page), CampaignsFound.class);
    }

    @GetMapping("/api/campaigns/{id}")
    CampaignFound one(Actor actor, @PathVariable UUID id, Moment moment) {
        return questions.ask(new FindCampaign(new CampaignId(id), actor, moment), CampaignFound.class);
    }
}
