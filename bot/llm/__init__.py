"""The language model: the only home of LangChain.

- `chat`: `open_model`, the one model that is configured, behind the port `bot.ports.model.Model`.
- `provider`: LangChain's chat model for `provider:model`, without its retries, its tracing and its logs.
- `prompt`: the prompt files, and how data is put into them so that it stays data.
- `asking`, `loop`: one question within its deadline, however the other side behaves.
- `breaker`: leaves a model alone that failed several times in a row.
- `reply`, `prose`, `shapes`: what came back, bounded, and read as a draft.
- `failing`, `spending`: why it went wrong, and what it cost.
- `embeddings`: texts as vectors, by one of LangChain's embedders.

Nothing here believes a model. What it says goes on as a draft, and the guards of the core decide what is used of it.
"""
