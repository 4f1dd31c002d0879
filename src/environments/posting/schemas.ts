import * as z from 'zod'
import { entity } from '../../environment/index.js'

/** Typed parameters and result leaves that several tools of the social network share. */
export const tweetId = entity('tweet', z.number().int())
export const handle = entity('handle', z.string())

export const tweet = z.object({
  id: tweetId,
  username: handle,
  content: entity('text', z.string()),
  tags: z.array(entity('hashtag', z.string())),
  mentions: z.array(entity('mentioned-handle', z.string())),
})

export const tags = entity('hashtag', z.array(z.string()))
export const mentions = entity('mentioned-handle', z.array(z.string()))
