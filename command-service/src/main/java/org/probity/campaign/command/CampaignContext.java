package org.probity.campaign.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class CampaignContext {

    @Bean
    static ContextCatalogue campaignCatalogue() {
        return new ContextCatalogue(
                "campaign",
                List.of(
                        CampaignCommand.class,
                        NominationCommand.class,
                        PanelCommand.class,
                        AssessmentCommand.class,
                        ImpartialityCommand.class,
                        AppointmentCommand.class),
                List.of(CampaignRule.values()));
    }
}
