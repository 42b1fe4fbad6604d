package org.probity.campaign.event;

import org.probity.id.StrandCode;

/** How many posts of a strand a campaign is to fill. */
public record StrandPosts(StrandCode strand, int posts) {

    /**
     * @throws IllegalArgumentException when there is no post
     */
    public StrandPosts {
        if (posts < 1) {
            throw new IllegalArgumentException("a campaign fills at least one post of each of its strands");
        }
    }
}
